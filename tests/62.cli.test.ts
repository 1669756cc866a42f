// The command as a user runs it: whole processes, their exit codes, stdout and stderr; further cases of one kind in this process.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../src/model/limits.ts'
import { inProcess } from './in-process.ts'
import { underWay } from './writing.ts'

const launcher = new URL('../src/onrecord.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'))
const database = join(folder, 'data', 'graph.db')
const inFolder = (name: string, text = '') => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
beforeAll(() => { expect(run(['seed', '--db', database])).toMatchObject({ code: 0, stdout: '' }) })
afterAll(() => rmSync(folder, { recursive: true }))

/** A command that ends by itself. */
function run(args: readonly string[], { node = process.execPath, input = '', env = {} }: { node?: string; input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(node, [launcher, ...args], { encoding: 'utf8', input, env: { PATH: process.env['PATH'], ...env }, timeout: 60_000 })
  return { code: status, stdout, stderr }
}

/** `serve` on a free port, once it says where it listens. */
async function startServe(args: readonly string[] = []) {
  const child = spawn(process.execPath, [launcher, 'serve', '--db', database, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  const ended = new Promise<number | null>(resolve => { child.on('close', code => resolve(code)) })
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', part => {
      stderr += String(part)
      const found = /(http:\S+)\/graphql/.exec(stderr)
      if (found) resolve(found[1]!)
    })
    void ended.then(code => reject(new Error(`ended with ${code}: ${stderr}`)))
  })
  return { child, url, ended, stderr: () => stderr }
}

describe('wrong use', () => {
  test('no command: the help, and nothing is wrong', async () => {
    const { code, stdout } = await inProcess([])
    expect(code).toBe(0)
    for (const command of ['serve', 'seed', 'query', 'verify']) expect(stdout).toContain(command)
  })

  test('--help and --version answer on stdout', async () => {
    expect(run(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' })
    expect(await inProcess(['serve', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--port'), stderr: '' })
  })

  test('each mistake is one line on stderr and exit code 2', async () => {
    const document = inFolder('any.graphql', '{ __typename }')
    const mistakes: readonly [args: readonly string[], line: RegExp][] = [
      [['srve'], /unknown command 'srve' \(Did you mean serve\?\)/],
      [['serve', '--prot', '1'], /unknown option '--prot' \(Did you mean --port\?\)/],
      [['serve', '--port'], /argument missing/],
      [['serve', '--port', 'abc'], /--port is "abc"; it must be a whole number from 0 to 65535/],
      [['serve', '--port', '65536'], /--port is "65536"/],
      [['serve', '--host', 'no such host'], /--host is "no such host"; it must be an IP address/],
      [['query'], /missing required argument 'file'/],
      [['query', document, '--variables', '{'], /--variables is "\{"; it must be a JSON object/],
      [['query', document, '--variables', '[1]'], /it must be a JSON object/],
      [['verify', 'extra'], /too many arguments/],
      [['seed', '--db', database], /already; "onrecord seed --force" replaces it/],
    ]
    for (const [index, [args, line]] of mistakes.entries()) {
      const { code, stdout, stderr } = index === 0 ? run(args) : await inProcess(args)
      expect([args, code, stdout]).toEqual([args, 2, ''])
      expect(stderr).toMatch(line)
      expect(stderr).toMatch(/^onrecord: [^\n]+\n$/)
    }
  })

  test('a wrong setting of the environment is named by its variable', async () => {
    expect(await inProcess(['serve'], { PORT: 'x' })).toMatchObject({ code: 2, stderr: expect.stringContaining('PORT is "x"') })
    expect(await inProcess(['serve'], { ONRECORD_CORS: 'https://a.example/path' })).toMatchObject({ code: 2, stderr: expect.stringContaining('ONRECORD_CORS is') })
  })
})

describe('query', () => {
  test('prints the answer as JSON on stdout', async () => {
    const file = inFolder('good.graphql', 'query A { __typename } query B { here: __typename }')
    const { code, stdout, stderr } = await inProcess(['query', file, '--db', database, '--operation', 'B'])
    expect([code, stderr, JSON.parse(stdout)]).toEqual([0, '', { data: { here: 'Query' } }])
    expect(run(['query', file, '--operation', 'A'], { env: { ONRECORD_DB: database } })).toMatchObject({ code: 0, stdout: expect.stringContaining('"Query"') })
  })

  test('an answer with errors is exit code 1, with the limits of any client', async () => {
    const { code, stdout } = run(['query', '-'], { input: `{ ${'__typename '.repeat(61)} }`, env: { ONRECORD_DB: database } })
    expect(code).toBe(1)
    expect(JSON.parse(stdout).errors).toMatchObject([{ extensions: { code: 'TOO_MANY_FIELDS', limit: 60, actual: 61 } }])
    expect((await inProcess(['query', inFolder('nothing.graphql', '{ nothing }'), '--db', database])).code).toBe(1)
  })

  test('a file in another encoding is told as that', async () => {
    const file = join(folder, 'latin1.graphql')
    writeFileSync(file, Buffer.from('{ __typename } # é', 'latin1'))
    expect(await inProcess(['query', file, '--db', database])).toMatchObject({ code: 65, stdout: '', stderr: expect.stringMatching(/latin1.graphql" is not well-formed UTF-8; save it as UTF-8\.\n$/) })
  })

  test('a file that is not there is exit code 74, also the database', async () => {
    expect(await inProcess(['query', join(folder, 'none.graphql'), '--db', database])).toMatchObject({ code: 74, stdout: '', stderr: expect.stringMatching(/^onrecord: The file ".*none.graphql" does not exist; .*\n$/) })
    expect(await inProcess(['query', folder, '--db', database])).toMatchObject({ code: 74, stderr: expect.stringContaining('EISDIR') })
    expect(await inProcess(['verify', '--db', join(folder, 'none.db')])).toMatchObject({ code: 74, stderr: expect.stringMatching(/^onrecord: There is no database at .*\n$/) })
  })
})

describe('limits', () => {
  test('prints each limit with its value, its range and its refusal', async () => {
    const { code, stdout, stderr } = await inProcess(['limits'])
    expect([code, stderr]).toEqual([0, ''])
    const lines = stdout.trimEnd().split('\n').map(line => line.split(/ {2,}/))
    expect(lines[0]).toEqual(['name', 'value', 'unit', 'can be', 'refusal', 'what is counted'])
    expect(lines.slice(1).map(([name]) => name)).toEqual(Object.keys(limits))
    expect(lines.find(([name]) => name === 'cost')).toEqual(['cost', '10,000', 'points', '1,000 to 1,000,000', 'QUERY_TOO_COMPLEX', expect.stringContaining('1 for an object')])
  })

  test('an option or the environment changes them, for the commands that count', async () => {
    expect(run(['limits', '--limit', 'cost=20000', '--limit', 'depth=8'], { env: { ONRECORD_LIMITS: 'tokens=300' } }).stdout).toMatch(/cost +20,000 {2}points \(default 10,000\)[^]*\n/)
    const tooDeep = inFolder('deep.graphql', '{ articles(first: 1) { nodes { sentences(to: 2) { passage { article { mentions(first: 1) { nodes { entity { slug } } } } } } } } }')
    expect((await inProcess(['query', tooDeep, '--db', database])).code).toBe(0)
    for (const { stdout } of [await inProcess(['query', tooDeep, '--db', database, '--limit', 'depth=8']), await inProcess(['query', tooDeep, '--db', database], { ONRECORD_LIMITS: 'depth=8, cost=5000' })]) {
      expect(JSON.parse(stdout).errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_DEEP', limitName: 'depth', limit: 8, actual: 9 } }])
    }
  })

  test('a wrong one is told in one line', async () => {
    for (const [given, line] of [['cots=1', /no limit named "cots"; "onrecord limits" lists them/], ['cost=1', /The limit cost is set to 1; it must be from 1000 to 1000000 points/], ['cost', /--limit is "cost"; it must be names of limits/], ['cost=-1', /--limit is/], ['cost=1e9', /--limit is/], ['__proto__=5', /no limit named/]] as const) {
      const { code, stdout, stderr } = await inProcess(['limits', '--limit', given])
      expect([given, code, stdout]).toEqual([given, 2, ''])
      expect(stderr).toMatch(line)
    }
    expect(await inProcess(['limits'], { ONRECORD_LIMITS: 'x' })).toMatchObject({ code: 2, stderr: expect.stringContaining('ONRECORD_LIMITS is "x"') })
  })
})

describe('seed and verify', () => {
  test('a seeded database is sound, and --force builds it anew', async () => {
    expect((await inProcess(['seed', '--force', '--db', database])).code).toBe(0)
    expect(run(['verify', '--db', database])).toMatchObject({ code: 0, stdout: expect.stringContaining('is sound') })
  })

  test('F07: a file that is no database of ours is exit code 65', async () => {
    for (const [name, text] of [['text.db', 'Once upon a time.'.repeat(500)], ['half.db', 'SQLite format 3\0']] as const) {
      for (const command of [['verify'], ['serve', '--port', '0']]) {
        const args = [...command, '--db', inFolder(name, text)]
        expect(command[0] === 'serve' ? run(args) : await inProcess(args)).toMatchObject({ code: 65, stdout: '', stderr: expect.stringMatching(/^onrecord: .*\n$/) })
      }
    }
  })
})

describe('serve', () => {
  test('answers where it says, builds the seed where there is none, and ends with 0 on SIGTERM', async () => {
    const { child, url, ended, stderr } = await startServe(['--db', join(folder, 'new', 'graph.db')])
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' })
    expect(await (await fetch(`${url}/graphql?query={__typename}`)).json()).toEqual({ data: { __typename: 'Query' } })
    expect(stderr()).toMatch(/built the seed[^]*Database: .*graph\.db/)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  test('F13: what was sent before SIGTERM is answered, and nothing keeps the end waiting', async () => {
    const { child, url, ended } = await startServe()
    const asked = await Promise.all(Array.from({ length: 20 }, () => underWay(url, { query: '{ statistics { articles } }' })))
    const answers = asked.map(each => each.finish())
    child.kill('SIGTERM')
    for (const answer of await Promise.all(answers)) expect(answer).toEqual({ status: 200, text: expect.stringContaining('"articles":1') })
    expect(await ended).toBe(0)
  })

  test('F14: one Ctrl-C waits for a request under way, a second ends at once with 130', async () => {
    const { child, url, ended } = await startServe()
    const slow = await underWay(url, { query: '{ __typename }' })
    child.kill('SIGINT')
    // It has heard that when it listens no more.
    await expect.poll(() => fetch(`${url}/health`).then(() => 'listens', () => 'ends')).toBe('ends')
    expect(child.exitCode).toBeNull()
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    slow.leave()
  })

  test('F21: a port in use and an address of elsewhere are told in one line', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    expect(run(['serve', '--db', database, '--port', String(port)])).toMatchObject({ code: 74, stdout: '', stderr: `onrecord: Another process listens on port ${port} of 127.0.0.1; stop it, or choose another with --port.\n` })
    other.close()
    expect(run(['serve', '--db', database, '--port', '0', '--host', '203.0.113.7'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/"203\.0\.113\.7" is no address of this machine.*\n$/) })
  })
})

test('code is compiled once: another command and the same again write nothing anew', () => {
  const temporary = join(folder, 'compiled')
  mkdirSync(temporary)
  const none = join(folder, 'none.db')
  const kept = () => {
    for (const args of [['backup', join(folder, 'backup.db'), '--db', none], ['read', temporary, '--dry-run', '--db', none]]) run(args, { env: { TMPDIR: temporary } })
    return readdirSync(temporary, { recursive: true, withFileTypes: true }).filter(each => each.isFile()).map(({ parentPath, name }) => [name, statSync(join(parentPath, name)).mtimeMs])
  }
  const once = kept()
  expect(once.length).toBeGreaterThan(40)
  expect(kept()).toEqual(once)
})

describe('the version of Node', () => {
  const old = oldNode()
  test.skipIf(old === undefined)('F24: an old one is refused with one sentence and exit code 69 (skipped where none is on PATH)', () => {
    const { code, stdout, stderr } = run(['verify'], { node: old! })
    expect([code, stdout]).toEqual([69, ''])
    expect(stderr).toMatch(/^onrecord: This is Node \d+\.\d+\.\d+, but On Record needs Node 22\.18 or newer\. Use "npm start", or node_modules\/\.bin\/node src\/onrecord\.js\.\n$/)
  })
})

/** A Node before 22 among the folders of PATH. */
function oldNode(): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].map(each => join(each, 'node')).find(path => {
    if (!existsSync(path)) return false
    const found = /^v(\d+)/.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '')
    return found !== null && Number(found[1]) < 22
  })
}
