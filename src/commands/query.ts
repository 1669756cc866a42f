// `onrecord query`: answers one operation in process with the limits of any client, and prints the answer as JSON.
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { answerer } from '../execution/answer.ts'
import { openArchive } from '../execution/archive.ts'
import { exitCodes } from '../exit.ts'
import { OnRecordError } from '../model/errors.ts'

export interface QueryOptions {
  readonly variables?: string
  readonly operation?: string
}

/** Answers the exit code. */
export function query(database: string, file: string, options: QueryOptions): number {
  const bytes = readQuery(file)
  if (!isUtf8(bytes)) throw new OnRecordError('BAD_ENCODING', `The file ${JSON.stringify(file)} is not well-formed UTF-8; save it as UTF-8.`)
  const variables = readVariables(options.variables ?? '{}')
  const archive = openArchive(database)
  try {
    const answer = answerer(archive)({ query: bytes.toString(), variables, operationName: options.operation ?? null })
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
    return answer.errors ? exitCodes.foundFalse : exitCodes.done
  } finally {
    archive.close()
  }
}

function readQuery(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    const why = error instanceof Error && 'code' in error && error.code !== 'ENOENT' ? `cannot be read (${String(error.code)})` : 'does not exist'
    throw new OnRecordError('FILE_NOT_FOUND', `The file ${JSON.stringify(file)} ${why}; give a file with a GraphQL document, or - for standard input.`)
  }
}

function readVariables(json: string): Record<string, unknown> {
  try {
    const variables: unknown = JSON.parse(json)
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables)) return variables as Record<string, unknown> // from JSON
  } catch {
    // The same sentence as for JSON that is no object.
  }
  throw new OnRecordError('BAD_SETTING', `--variables is ${JSON.stringify(json)}; it must be a JSON object such as '{"slug": "vladimir-putin"}'.`)
}
