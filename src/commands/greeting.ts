// What `onrecord serve` does before it listens, and says when it does.
import { existsSync } from 'node:fs'
import type { Config, Mode } from '../config.ts'
import { say } from '../say.ts'

const modes = {
  local: 'local; --public counts what each client asks, --hardened answers listed documents alone',
  public: 'public: what each client asks is counted and bounded',
  hardened: 'hardened: as public, without introspection, suggestions and GraphiQL, and for listed documents alone',
} as const satisfies Record<Mode, string>

/** The seed, where there is no database. */
export async function buildWhereMissing(database: string): Promise<void> {
  if (existsSync(database)) return
  const { build } = await import('./seed.ts')
  say(`No database at ${database} yet: built the seed (${build(database)}).`)
}

export function greeting({ host, mode, token, database, workers }: Config, port: number, counts: Readonly<Record<'articles' | 'entities' | 'statements' | 'relationships', string | number>>): string {
  const { articles, entities, statements, relationships } = counts
  const at = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return `On Record answers at ${at}/graphql${workers > 1 ? `, by ${workers} workers` : ''}
Pages: ${at}/
Mode: ${modes[mode]}
Changes: ${token === null ? 'off; set ONRECORD_TOKEN to a secret to allow them' : 'for whoever sends the token of ONRECORD_TOKEN'}
Database: ${database} (articles ${articles}, entities ${entities}, statements ${statements}, relationships ${relationships})
Stop with Ctrl-C.`
}

/** What a server says that ends because its file is not where it was. */
export function goneSentence({ database }: Config): string {
  return `onrecord: ${database} was removed or replaced while it was served; the server ends, because nobody would find there what it stores. Start it anew.`
}
