// The ladder of imports, over every file of ours. Each rule is seen failing once on a made-up example, so that none holds by never looking.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = new URL('..', import.meta.url).pathname
type Files = Readonly<Record<string, string>>

const rungs = {
  shell: { is: /^(src\/(cli|onrecord|commands\/[^/]+)|seed\/[^/]+)\.(ts|js)$/, may: /./ },
  server: { is: /^src\/server\//, may: /^(schema|db|src\/(server|execution|explorer|input|reading|model))\/|^src\/(?!cli)[^/]+$/ },
  execution: { is: /^src\/execution\//, may: /^(schema|db|src\/(execution|model))\/|^src\/log\.ts$/ },
  ground: { is: /^src\/[^/]+\.(ts|js)$/, may: /^src\/(knowledge|reading|model)\/|^src\/(?!cli)[^/]+$/ },
  api: { is: /^schema\//, may: /^(schema|db|src\/model)\// },
  storage: { is: /^db\/(?!sql\.ts|(file|tables|filters|lists|matching|walks)\/)/, may: /^(db|src\/model)\// },
  walks: { is: /^db\/walks\//, may: /^db\/(sql\.ts|(file|tables|filters|lists|walks)\/)|^src\/model\// },
  matching: { is: /^db\/matching\//, may: /^db\/(sql\.ts|(file|tables|filters|lists|matching)\/)|^src\/model\// },
  lists: { is: /^db\/lists\//, may: /^db\/(sql\.ts|(file|tables|filters|lists)\/)|^src\/model\// },
  filters: { is: /^db\/filters\//, may: /^db\/(sql\.ts|(file|tables|filters)\/)|^src\/model\// },
  tables: { is: /^db\/tables\//, may: /^db\/(sql\.ts|(file|tables)\/)|^src\/model\// },
  file: { is: /^db\/file\//, may: /^db\/(sql\.ts|file\/)|^src\/model\// },
  sql: { is: /^db\/sql\.ts$/, may: /^$/ },
  input: { is: /^src\/input\//, may: /^src\/(input|model)\// },
  reading: { is: /^src\/reading\//, may: /^src\/(reading|model)\// },
  model: { is: /^src\/model\//, may: /^src\/model\// },
  pages: { is: /^src\/explorer\//, may: /^src\/(explorer|model)\// },
} as const
const languagePackages = new Set(['wink-nlp', 'wink-eng-lite-web-model'])
const impure = /\b(Date\.now|new Date\(\)|Math\.random|fetch\(|process\.|performance\.)/

describe('the ladder of imports', () => {
  const files = ourFiles()

  test('every file stands on a rung', () => {
    const strays = (all: Files) => Object.keys(all).filter(file => rungOf(file) === undefined)
    expect(strays(files)).toEqual([])
    expect(strays({ 'src/stuff/x.ts': '' })).toEqual(['src/stuff/x.ts'])
  })

  test('nothing imports from above', () => {
    expect(upwards(files)).toEqual([])
    expect(upwards({
      'db/a.ts': "import { b } from '../schema/b.ts'",
      'src/model/c.ts': "import type { D } from '../d.ts'",
      'schema/e.ts': "const { f } = await import('../src/server/server.ts')",
      'src/reading/g.ts': "export { h } from '../../db/h.ts'",
      'src/explorer/i.ts': "import '../server/server.ts'",
      'src/commands/j.ts': "import { k } from '../../db/k.ts'",
      'src/input/l.ts': "import { m } from '../reading/m.ts'",
      'src/server/n.ts': "import { o } from '../commands/o.ts'",
      'src/execution/p.ts': "import { q } from '../server/q.ts'",
      'src/r.ts': "import { s } from './execution/s.ts'",
      'db/lists/t.ts': "import { u } from '../walks/u.ts'",
      'db/tables/v.ts': "import type { W } from '../lists/w.ts'",
    })).toEqual([
      'db/a.ts → schema/b.ts', 'src/model/c.ts → src/d.ts', 'schema/e.ts → src/server/server.ts', 'src/reading/g.ts → db/h.ts', 'src/explorer/i.ts → src/server/server.ts',
      'src/input/l.ts → src/reading/m.ts', 'src/server/n.ts → src/commands/o.ts', 'src/execution/p.ts → src/server/q.ts', 'src/r.ts → src/execution/s.ts',
      'db/lists/t.ts → db/walks/u.ts', 'db/tables/v.ts → db/lists/w.ts',
    ])
  })

  test('only db/file/open.ts imports the driver', () => {
    expect(drivers(files)).toEqual([])
    expect(drivers({ 'db/file/open.ts': "import Sqlite from 'better-sqlite3'", 'db/x.ts': "import type Sqlite from 'better-sqlite3'", 'src/y.ts': "import 'node:sqlite'" })).toEqual(['db/x.ts', 'src/y.ts'])
  })

  test('no SQL outside db/', () => {
    expect(withSql(files)).toEqual([])
    expect(withSql({ 'db/a.ts': 'db.prepare(x)', 'schema/b.ts': 'graph.prepare(x)', 'src/c.ts': 'sql`SELECT 1`', 'seed/d.ts': "exec('DELETE FROM article')" })).toEqual(['schema/b.ts', 'src/c.ts', 'seed/d.ts'])
  })

  test('no GraphQL in storage, reading and model', () => {
    expect(withGraphQL(files)).toEqual([])
    expect(withGraphQL({ 'db/a.ts': "import { parse } from 'graphql'", 'src/b.ts': "import 'graphql'", 'src/model/c.ts': "import type { X } from '@pothos/core'" })).toEqual(['db/a.ts', 'src/model/c.ts'])
  })

  test('model imports no package but node:crypto, reading only language packages; both are pure', () => {
    expect(impurities(files)).toEqual([])
    expect(impurities({
      'src/model/a.ts': "import x from 'ajv'",
      'src/reading/b.ts': "import wink from 'wink-nlp'\nimport { readFileSync } from 'node:fs'",
      'src/reading/c.ts': 'const now = Date.now()',
      'src/d.ts': 'Date.now()',
    })).toEqual(['src/model/a.ts: ajv', 'src/reading/b.ts: node:fs', 'src/reading/c.ts: Date.now'])
  })

  test('what answers in process loads no server', () => {
    expect(reachable('src/commands/query.ts', files)).not.toContain('src/server/server.ts')
    expect(reachable('src/commands/serve.ts', files)).toContain('src/server/server.ts')
  })

  test('only src/server/yoga.ts loads Yoga', () => {
    const loaders = (all: Files) => Object.keys(all).filter(file => importsOf(file, all[file]!).includes('graphql-yoga') && file !== 'src/server/yoga.ts')
    expect(loaders(files)).toEqual([])
    expect(loaders({ 'src/commands/query.ts': "import { createYoga } from 'graphql-yoga'", 'src/server/yoga.ts': "import { createYoga } from 'graphql-yoga'" })).toEqual(['src/commands/query.ts'])
  })

  test('what takes most of a start is loaded where it is first needed: Yoga, and the reader of English', () => {
    const loads = (start: string, file: string, all = files) => [reachable(start, all, 'eager').has(file), reachable(start, all).has(file)]
    expect(loads('src/commands/serve.ts', 'src/server/yoga.ts')).toEqual([false, true])
    for (const thread of ['src/server/writer-thread.ts', 'src/commands/read-ahead-thread.ts']) expect([thread, loads(thread, 'src/reading/reader.ts')]).toEqual([thread, [false, true]])
    expect(loads('src/a.ts', 'src/c.ts', { 'src/a.ts': "import './b.ts'", 'src/b.ts': "import { c } from './c.ts'", 'src/c.ts': '' })).toEqual([true, true])
  })

  test('no imports in a circle', () => {
    expect(circle(files)).toBeNull()
    expect(circle({ 'src/a.ts': "import './b.ts'", 'src/b.ts': "import './c.ts'", 'src/c.ts': "import './a.ts'" })).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/a.ts'])
  })

  test('no file is longer than 300 lines', () => {
    const long = (all: Files) => Object.keys(all).filter(file => all[file]!.split('\n').length > 301)
    expect(long(files)).toEqual([])
    expect(long({ 'src/a.ts': '\n'.repeat(400) })).toEqual(['src/a.ts'])
  })
})

function ourFiles(): Files {
  const found: Record<string, string> = {}
  for (const folder of ['src', 'schema', 'db', 'seed']) {
    if (!existsSync(join(root, folder))) continue
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && /\.(ts|js)$/.test(path)) found[relative(root, path)] = readFileSync(path, 'utf8')
    }
  }
  expect(Object.keys(found).length).toBeGreaterThan(20)
  return found
}

function rungOf(file: string): (typeof rungs)[keyof typeof rungs] | undefined {
  return Object.values(rungs).find(rung => rung.is.test(file))
}

/** Packages by name, files of ours by path from the root. `value`: without imports of types alone; `eager`: nor those that come later, if at all. */
function importsOf(file: string, text: string, which: 'all' | 'value' | 'eager' = 'all'): readonly string[] {
  const code = text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const statements = [...code.matchAll(/(?:^|\n)\s*(?:import|export)\s+(?<type>type\s+)?(?:[^'"`;]*?\sfrom\s+)?'(?<name>[^']+)'|\bimport\(\s*'(?<lazy>[^']+)'/g)]
  return statements
    .filter(match => which === 'all' || !match.groups?.['type'])
    .filter(match => which !== 'eager' || match.groups?.['lazy'] === undefined)
    .map(match => match.groups?.['name'] ?? match.groups?.['lazy'] ?? '')
    .map(name => (name.startsWith('.') ? posix.join(dirname(file), name) : name))
}

function isOurs(name: string): boolean {
  return /^(src|schema|db|seed)\//.test(name)
}

function upwards(files: Files): string[] {
  return Object.entries(files).flatMap(([file, text]) =>
    importsOf(file, text).filter(name => isOurs(name) && !rungOf(file)?.may.test(name)).map(name => `${file} → ${name}`))
}

function drivers(files: Files): string[] {
  return Object.keys(files).filter(file => file !== 'db/file/open.ts' && importsOf(file, files[file]!).some(name => name === 'better-sqlite3' || name === 'node:sqlite'))
}

function withSql(files: Files): string[] {
  const sql = /\.prepare\(|\bsql`|\b(SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|CREATE\s+TABLE)\s/
  return Object.keys(files).filter(file => !file.startsWith('db/') && sql.test(files[file]!))
}

function withGraphQL(files: Files): string[] {
  return Object.keys(files).filter(file => /^(db|src\/model|src\/reading)\//.test(file) && importsOf(file, files[file]!).some(name => /^(graphql|@pothos|@graphql)/.test(name)))
}

function impurities(files: Files): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const isModel = file.startsWith('src/model/')
    if (!isModel && !file.startsWith('src/reading/')) return []
    const packages = importsOf(file, text).filter(name => !isOurs(name) && name !== 'node:crypto' && (isModel || !languagePackages.has(name.split('/')[0] ?? '')))
    const calls = impure.exec(text)
    return [...packages, ...(calls ? [calls[1]] : [])].map(what => `${file}: ${what}`)
  })
}

function reachable(start: string, files: Files, which: 'value' | 'eager' = 'value'): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file) || files[file] === undefined) return
    seen.add(file)
    importsOf(file, files[file], which).forEach(visit)
  }
  visit(start)
  return seen
}

function circle(files: Files): readonly string[] | null {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file) || files[file] === undefined) return null
    for (const name of importsOf(file, files[file]).filter(isOurs)) {
      const found = visit(name, [...path, file])
      if (found) return found
    }
    done.add(file)
    return null
  }
  for (const file of Object.keys(files)) {
    const found = visit(file, [])
    if (found) return found
  }
  return null
}
