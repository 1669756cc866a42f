// F08, F25: files of every version that the tests keep are opened by this one, and what a migration does to a file is all or nothing, with a copy of before.
import Sqlite from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate, migrations, newestVersion } from '../db/file/migrate.ts'
import { openForReading, openForWriting } from '../db/file/open.ts'
import { sql } from '../db/sql.ts'
import { verify } from '../db/verify/verify.ts'
import { isFull, tried } from './fault/rounds.ts'
import { dump, enter, scratch } from './graph-dump.ts'
import { threeArticles } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)
const files = new URL('./files/', import.meta.url)
const kept = readdirSync(files).filter(file => file.endsWith('.db.gz')).map(file => Number(/^v(\d+)/.exec(file)?.[1]))

function unpacked(version: number, name = `v${version}.db`): string {
  const path = folder.path(name)
  writeFileSync(path, gunzipSync(readFileSync(new URL(`v${version}.db.gz`, files))))
  return path
}

/** The tables, and what stands in them. */
function lookInto(path: string) {
  const graph = openForReading(path)
  try {
    const tables = graph.all<{ sql: string }>(sql`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name`).map(row => row.sql)
    return { tables, rows: dump(graph), findings: verify(graph) }
  } finally {
    graph.close()
  }
}

function made() {
  const path = folder.path('made.db')
  rmSync(path, { force: true })
  const graph = openForWriting(path)
  for (const article of threeArticles()) enter(graph, article)
  graph.close()
  return lookInto(path)
}

describe('files that the tests keep', () => {
  test('are of every version from the first that is read to the newest (node tests/files/make.ts makes that)', () => {
    expect(kept.toSorted()).toEqual(migrations().map((_, index) => newestVersion() - index).toSorted())
  })

  test.each(kept)('F25: version %i is opened, brought to the newest, and then what it would be if it were made today', version => {
    const path = unpacked(version)
    expect(lookInto(path)).toEqual(made())
    expect(existsSync(`${path}.v${version}`)).toBe(version < newestVersion())
  })
})

describe('a migration', () => {
  const next = folder.path('next.sql')
  const run = (path: string, statements: string): void => {
    writeFileSync(next, statements)
    const engine = new Sqlite(path)
    try {
      migrate(engine, path, [...migrations(), next])
    } finally {
      engine.close()
    }
  }
  const versionOf = (path: string): unknown => {
    const engine = new Sqlite(path)
    const version = engine.pragma('user_version', { simple: true })
    engine.close()
    return version
  }
  const newest = newestVersion()

  test('F08: leaves a copy of before beside the file, and the file with the next version', () => {
    const path = unpacked(newest, 'before.db')
    run(path, 'ALTER TABLE remark ADD COLUMN weight INTEGER; UPDATE remark SET weight = 1;')
    expect(versionOf(path)).toBe(newest + 1)
    expect(() => openForReading(path)).toThrow(expect.objectContaining({ code: 'NEWER_FILE' }))
    expect(lookInto(`${path}.v${newest}`)).toEqual(made())
    run(path, 'never read: there is nothing to do')
    expect(versionOf(path)).toBe(newest + 1)
  })

  test('F08: that fails half way changes nothing', () => {
    const path = unpacked(newest, 'failing.db')
    expect(() => run(path, 'ALTER TABLE remark ADD COLUMN weight INTEGER; UPDATE remark SET height = 1;')).toThrow('no such column: height')
    expect(lookInto(path)).toEqual(made())
  })

  test.runIf(isFull)('F02: a process killed while it migrates leaves the file of before or after, and a whole copy or none', async context => {
    // Long enough to be killed in.
    writeFileSync(next, `ALTER TABLE remark ADD COLUMN weight INTEGER; CREATE TABLE heavy AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT i, hex(i) AS text FROM n; UPDATE remark SET weight = 1;`)
    const script = `
      const [{ default: Sqlite }, { migrate, migrations }] = [await import('better-sqlite3'), await import('${new URL('../db/file/migrate.ts', import.meta.url).href}')]
      const engine = new Sqlite(process.argv[1])
      process.stdout.write('ready')
      migrate(engine, process.argv[1], [...migrations(), process.argv[2]])`
    const wanted = made()
    const counts = { before: 0, after: 0, copies: 0 }
    const times = 25
    for (let round = 0; round < times; round++) {
      const path = unpacked(newest, `killed-${round}.db`)
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script, path, next], { stdio: ['ignore', 'pipe', 'ignore'] })
      const ended = new Promise(resolve => { child.on('close', resolve) })
      await new Promise(resolve => { child.stdout.once('data', resolve) })
      await new Promise(resolve => { setTimeout(resolve, Math.random() * 1000) })
      child.kill('SIGKILL')
      await ended
      if (versionOf(path) === newest) {
        counts.before++
        expect(lookInto(path)).toEqual(wanted)
      } else {
        counts.after++
        const engine = new Sqlite(path)
        expect(engine.prepare('SELECT count(*) AS n FROM heavy').get()).toEqual({ n: 300_000 })
        expect(engine.prepare('SELECT count(*) AS n FROM remark WHERE weight = 1').get()).toEqual({ n: 3 })
        engine.close()
      }
      if (existsSync(`${path}.v${newest}`)) {
        counts.copies++
        expect(lookInto(`${path}.v${newest}`)).toEqual(wanted)
      }
    }
    tried(context, { times, lost: 0, halfStored: 0, seen: `${counts.before} as before, ${counts.after} as after, ${counts.copies} copies` })
  })
})
