// The databases of the bench: made once for a size, kept under data/bench/, and made anew when the tables or the archive have changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What it took to load an archive. */
export interface Load {
  readonly articles: number
  readonly statements: number
  readonly entities: number
  readonly relationships: number
  readonly seconds: number
  readonly processorSeconds: number
  readonly bytes: number
  readonly peakMemory: number
}

const root = join(import.meta.dirname, '..')
export const folder = join(root, 'data/bench')

export function databaseOf(articles: number, isFresh: boolean): { readonly path: string; readonly load: Load } {
  mkdirSync(folder, { recursive: true })
  const name = `news-${articles}-${version()}`
  const path = join(folder, `${name}.db`)
  const record = join(folder, `${name}.json`)
  if (isFresh || !existsSync(path) || !existsSync(record)) {
    for (const old of readdirSync(folder)) if (old.startsWith(`news-${articles}-`)) rmSync(join(folder, old))
    console.error(`Storing ${articles} made-up articles in ${path} …`)
    const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'load-news.ts'), String(articles), `${path}.part`], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
    if (status !== 0) throw new Error('The archive could not be stored.')
    renameSync(`${path}.part`, path)
    writeFileSync(record, stdout)
  }
  return { path, load: JSON.parse(readFileSync(record, 'utf8')) as Load } // what bench/load-news.ts wrote
}

/** Of the tables, and of what is stored in them. */
function version(): string {
  const hash = createHash('sha256')
  const migrations = join(root, 'db/migrations')
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)))
  for (const file of ['news.ts', 'random.ts']) hash.update(readFileSync(join(import.meta.dirname, file)))
  return hash.digest('hex').slice(0, 8)
}
