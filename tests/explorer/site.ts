// The explorer on a real server over a real database, and the addresses of all its pages there.
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copySeed } from '../seeded.ts'
import { answerer } from '../../src/execution/answer.ts'
import { openArchive, type Archive } from '../../src/execution/archive.ts'
import { readDocuments } from '../../src/server/documents.ts'
import { createLog } from '../../src/log.ts'
import { createServer, type ServerParts } from '../../src/server/server.ts'
import { createWriter } from '../../src/server/writer.ts'

export interface Site {
  readonly url: string
  readonly archive: Archive
  /** What the server complained of. */
  readonly lines: readonly string[]
  ask(query: string, variables?: Record<string, unknown>): Record<string, never>
  stop(): Promise<void>
}

/** What a hardened server answers, as `onrecord serve` has it. */
const operationsFolder = new URL('../../src/explorer/operations', import.meta.url).pathname

export const siteToken = 'site-token-0123456789'

/** `build` makes the database at a path; `config` is the server's beside the token. */
export async function openSite(build: (path: string) => void | Promise<void> = copySeed, config: Partial<ServerParts['config']> = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-explorer-'))
  const path = join(folder, 'site.db')
  await build(path)
  const archive = openArchive(path)
  const writer = createWriter(path)
  const lines: string[] = []
  const log = createLog(line => lines.push(line))
  const server = createServer({ archive, writer, config: { corsOrigins: [], token: siteToken, ...config }, log, documents: config.mode === 'hardened' ? readDocuments(operationsFolder) : undefined })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const ask = answerer(archive, log)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    archive,
    lines,
    ask: (query, variables = {}) => {
      const { data, errors } = ask({ query, variables })
      if (errors) throw new Error(errors.map(error => error.message).join('\n'))
      return JSON.parse(JSON.stringify(data))
    },
    async stop() {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await writer.close()
      archive.close()
      rmSync(folder, { recursive: true })
    },
  }
}

interface Found { readonly nodes: readonly { readonly id: string; readonly slug: string }[] }

/** Every kind of page, in several of its states: what all pages have in common is tested on these. `name` is in the tests' names. */
export function addressesOf(site: Site): readonly { readonly name: string; readonly path: string }[] {
  const { nested, direct, article } = site.ask(`{
    nested: statements(filter: { act: THANK, reportedIn: {} }, first: 1) { nodes { id } }
    direct: statements(filter: { kind: DIRECT }, first: 1) { nodes { id } }
    article: articles(first: 1) { nodes { slug } }
  }`) as unknown as Record<'nested' | 'direct' | 'article', Found>
  const slug = article.nodes[0]!.slug
  return [
    { name: 'home', path: '/' },
    { name: 'search, empty', path: '/search' },
    { name: 'search', path: '/search?q=putin' },
    { name: 'search for nobody', path: '/search?q=zzzzqq' },
    { name: 'search of one kind', path: '/search?q=cameron&in=PERSON' },
    { name: 'statements', path: '/search?in=STATEMENT&act=CONDEMN' },
    { name: 'statements by words', path: '/search?q=attacks&in=STATEMENT' },
    { name: 'a person', path: '/e/vladimir-putin' },
    { name: 'what is said about a country', path: '/e/syria?tab=about' },
    { name: 'what a country does, with its officials', path: '/e/russia?tab=does&all' },
    { name: 'an event', path: '/e/paris-attacks-2015' },
    { name: 'a statement', path: `/s/${direct.nodes[0]!.id}` },
    { name: 'a nested statement', path: `/s/${nested.nodes[0]!.id}` },
    { name: 'a statement alone', path: `/s/${direct.nodes[0]!.id}?alone` },
    { name: 'an article', path: `/a/${slug}` },
    { name: 'a passage of an article, some layers off', path: `/a/${slug}?at=1112-1119&hide=people,events` },
    { name: 'a graph', path: '/graph?focus=vladimir-putin' },
    { name: 'a graph of two steps, one opened', path: '/graph?focus=barack-obama&hops=2&opened=vladimir-putin&at=vladimir-putin&hidden=kremlin' },
    { name: 'paths', path: '/path?from=barack-obama&to=free-syrian-army' },
    { name: 'no path', path: '/path?from=barack-obama&to=free-syrian-army&most=1&claims=no' },
    { name: 'whom a name means', path: '/path?from=Obama&to=FSA' },
    { name: 'two, face to face', path: '/pair?a=vladimir-putin&b=david-cameron' },
    { name: 'a timeline', path: '/timeline?entity=vladimir-putin' },
    { name: 'the schema', path: '/schema' },
    { name: 'a type of the schema', path: '/schema?type=Entity' },
    { name: 'about', path: '/about' },
  ]
}
