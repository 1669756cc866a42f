// Documents that a server knows by their hash: "trusted documents". A request names one instead of sending it; a hardened server answers no others.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OnRecordError } from '../model/errors.ts'
import type { Params } from './request-params.ts'

/** Texts by the SHA-256 of their UTF-8, in hexadecimal. */
export type Documents = ReadonlyMap<string, string>

/** Of a folder every *.graphql file, whole as it stands; of a JSON file, an object of texts by their hashes. Throws FILE_NOT_FOUND, BAD_FILE. */
export function readDocuments(path: string): Documents {
  try {
    if (!statSync(path).isDirectory()) return ofManifest(path, readFileSync(path, 'utf8'))
    const files = readdirSync(path).filter(file => file.endsWith('.graphql')).sort()
    return new Map(files.map(file => readFileSync(join(path, file), 'utf8')).map(text => [hashOf(text), text]))
  } catch (error) {
    if (error instanceof OnRecordError) throw error
    throw new OnRecordError('FILE_NOT_FOUND', `The documents at ${path} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'for an unknown reason'}); give a folder of *.graphql files, or a JSON file.`)
  }
}

/** The parameters with the text of the document that they name. `only`: nothing but listed documents is answered. Throws PERSISTED_QUERY_NOT_FOUND, BAD_REQUEST. */
export function withDocument(params: Params, documents: Documents, only: boolean): Params {
  const { documentId: _, ...rest } = params
  const { query } = rest
  const named = hashGiven(params)
  const sent = typeof query === 'string' && query !== '' ? query : null
  if (named !== null && sent !== null && hashOf(sent) !== named) {
    throw new OnRecordError('BAD_REQUEST', 'The hash is not the SHA-256 of the document sent beside it; send either, or both that agree.')
  }
  const hash = named ?? (only && sent !== null ? hashOf(sent) : null)
  if (hash === null) return rest
  const known = documents.get(hash)
  if (known !== undefined) return { ...rest, query: known }
  if (!only && sent !== null) return rest
  const advice = only ? 'this server answers listed documents alone' : 'send the document itself as "query"'
  throw new OnRecordError('PERSISTED_QUERY_NOT_FOUND', `PersistedQueryNotFound: the server has no document of this hash; ${advice}.`)
}

/** `documentId: "sha256:…"`, or `extensions.persistedQuery.sha256Hash` as Apollo's clients send it. */
function hashGiven({ documentId, extensions }: Params): string | null {
  const persisted = isRecord(extensions) ? extensions['persistedQuery'] : undefined
  const given = documentId ?? (isRecord(persisted) ? persisted['sha256Hash'] : persisted)
  if (given === undefined || given === null) return null
  const [, hash] = (typeof given === 'string' && /^(?:sha256:)?([\da-f]{64})$/i.exec(given)) || []
  if (hash === undefined) throw new OnRecordError('BAD_REQUEST', 'The hash of the document is no SHA-256 in hexadecimal; send its 64 digits as "documentId" or "extensions.persistedQuery.sha256Hash".')
  return hash.toLowerCase()
}

function ofManifest(path: string, json: string): Documents {
  const bad = (what: string): OnRecordError => new OnRecordError('BAD_FILE', `${path} ${what}; expected a JSON object of documents by the SHA-256 of their text, such as {"3f2a…": "query Q { … }"}.`)
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    throw bad('is not JSON')
  }
  if (!isRecord(given)) throw bad('is no object')
  return new Map(Object.entries(given).map(([key, text]) => {
    const hash = key.replace(/^sha256:/, '')
    if (typeof text !== 'string' || hashOf(text) !== hash) throw bad(`has a text under ${JSON.stringify(key.slice(0, 80))} of which that is not the hash`)
    return [hash, text]
  }))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
