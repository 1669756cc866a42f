// F04, F06: what the process asks of the disk, and what it says when the disk fails. By strace, which is skipped where it may not trace.
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openForWriting } from '../../db/file/open.ts'
import { sql } from '../../db/sql.ts'
import { verify } from '../../db/verify/verify.ts'
import { copySeed } from '../seeded.ts'
import { scratch } from '../graph-dump.ts'
import { notRead, readIn, serveProcess } from '../writing.ts'
import { isFull, rounds, tried } from './rounds.ts'

const folder = scratch()
afterAll(folder.remove)
const launcher = new URL('../../src/onrecord.js', import.meta.url).pathname
const changing = new URL('./changing.ts', import.meta.url).pathname
const canTrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0
const sound = folder.path('sound.db')
copySeed(sound)

/** A command whose Nth call of a system function on these files fails. */
function failing(call: string, error: string, at: string, files: readonly string[], command: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', ...files.flatMap(file => ['-P', file]), '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${at}`, process.execPath, ...command], { encoding: 'utf8' })
  return { status, stdout, stderr }
}
const all = (path: string) => ['', '-wal', '-shm'].map(tail => path + tail)

describe.skipIf(!canTrace)('by strace (skipped where it is not installed or may not trace)', () => {
  test('F04: each change reaches the disk before it is acknowledged', async context => {
    const path = folder.path('traced.db')
    copyFileSync(sound, path)
    const server = await serveProcess(path, { env: { ONRECORD_WORKERS: '1' } }) // all that is traced in one process
    const output = folder.path('calls.txt')
    const tracer = spawn('strace', ['-f', '-qq', '-s', '80', '-o', output, '-e', 'trace=fsync,fdatasync,write,writev,sendto', '-p', String(server.child.pid)], { stdio: ['ignore', 'ignore', 'pipe'] })
    for (let index = 0; !existsSync(output) || !readFileSync(output, 'utf8').includes('HTTP/1.1 200'); index++) await readIn(server.url, { text: `Before ${index}\nIt rained.`, ...notRead })
    const times = rounds(5, 20)
    for (let index = 0; index < times; index++) await readIn(server.url, { text: `Report ${index}\nIt rained.`, ...notRead })
    expect(await server.end('SIGTERM')).toBe(0)
    await new Promise(resolve => { tracer.on('close', resolve) })
    // What stands between two answers: the second was not given before its change was on the disk.
    const calls = readFileSync(output, 'utf8').split('\n').filter(line => /fsync|fdatasync|HTTP\/1\.1 200/.test(line)).map(line => (line.includes('HTTP/1.1') ? 'answer' : 'sync'))
    const answers = calls.flatMap((call, index) => (call === 'answer' ? [index] : []))
    const between = answers.slice(1).map((at, index) => calls.slice(answers[index]! + 1, at).length)
    tried(context, { times, lost: 0, seen: `${calls.filter(call => call === 'sync').length} syncs, at least ${Math.min(...between)} before each answer` })
    expect(answers.length).toBeGreaterThanOrEqual(times)
    expect(Math.min(...between)).toBeGreaterThan(0)
  })

  /** 1, 2, 3, … to the most, or a few of them. */
  const whens = (most: number): number[] => (isFull ? Array.from({ length: most }, (_, index) => index + 1) : [Math.ceil(most / 3)])

  test.for<[string, string, number]>([['written (pwrite64)', 'pwrite64', 50], ['brought to the disk (fdatasync, fsync)', 'fdatasync,fsync', 4], ['read (pread64)', 'pread64', 50], ['made longer (ftruncate)', 'ftruncate', 2], ['written for want of room (pwrite64)', 'pwrite64', 30]])(
    'F06: a file that cannot be %s takes a change wholly or not at all, and says what is wrong', ([what, call, most], context) => {
      const error = what.includes('room') ? 'ENOSPC' : 'EIO'
      let [lost, halfStored, refused] = [0, 0, 0]
      const sentences = new Set<string>()
      for (const when of whens(most)) {
        const path = folder.path(`${call.split(',')[0]}-${error}-${when}.db`)
        copyFileSync(sound, path)
        const { status, stdout, stderr } = failing(call, error, `${when}`, all(path), [changing, 'one', path])
        const graph = openForWriting(path)
        const stored = graph.all<{ key: string }>(sql`SELECT key FROM article`).map(row => row.key)
        if (status === 0) lost += stored.includes(stdout.trim()) ? 0 : 1
        else {
          refused++
          const [, code] = /code: '(\w+)'/.exec(stderr) ?? []
          sentences.add(code ?? stderr)
        }
        halfStored += verify(graph).length
        graph.close()
        for (const file of all(path)) rmSync(file, { force: true })
      }
      tried(context, { times: whens(most).length, lost, halfStored, seen: `${refused} refused: ${[...sentences].toSorted().join(', ')}` })
      expect([...sentences].filter(each => !['DISK_FAILED', 'DISK_FULL', 'DAMAGED_FILE', 'READ_ONLY', 'FILE_NOT_FOUND'].includes(each))).toEqual([])
      expect([lost, halfStored]).toEqual([0, 0])
    })

  test('F06: a question about a file that cannot be read is answered rightly or not at all', context => {
    const query = join(new URL('../../src/questions', import.meta.url).pathname, '2-what-did-putin-tell-cameron.graphql')
    const path = folder.path('asked.db')
    copyFileSync(sound, path)
    const right = spawnSync(process.execPath, [launcher, 'query', query, '--db', path], { encoding: 'utf8' }).stdout
    expect(right).toContain('Putin')
    let refused = 0
    for (const when of whens(50)) {
      const { status, stdout, stderr } = failing('pread64', 'EIO', `${when}`, all(path), [launcher, 'query', query, '--db', path])
      if (status === 0) expect(stdout).toBe(right)
      else {
        refused++
        const { errors } = stdout === '' ? { errors: undefined } : JSON.parse(stdout) as { errors?: { extensions: { code: string } }[] }
        if (errors) expect(errors.map(error => error.extensions.code)).toEqual(errors.map(() => 'DISK_FAILED'))
        else expect([status, stderr]).toEqual([expect.toBeOneOf([65, 74]), expect.stringMatching(/^onrecord: \S+ [^\n]*\.\n$/)])
        expect(stderr).not.toMatch(/fault of ours|at .*\.ts/)
      }
    }
    tried(context, { times: whens(50).length, seen: `${refused} refused, the others right` })
  })
})
