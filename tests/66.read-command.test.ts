// Bringing articles in as a user does: whole processes, their exit codes, what they store and what they say; further cases of one kind in this process.
import { execFile, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { openForReading, openForWriting } from '../db/file/open.ts'
import { sql } from '../db/sql.ts'
import { readAhead } from '../src/commands/read-ahead.ts'
import { enter } from './graph-dump.ts'
import { inProcess } from './in-process.ts'
import { draftOf } from './reading-builder.ts'
import { askFile, findingsIn } from './stored.ts'

const top = join(import.meta.dirname, '..')
const launcher = join(top, 'src/onrecord.js')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-read-'))
afterAll(() => rmSync(folder, { recursive: true }))
const inFolder = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8', input, cwd: folder, env: { PATH: process.env['PATH'] }, timeout: 60_000 })
  return { code: status, stdout, stderr: withoutProgress(stderr) }
}
/** The same in this process. */
const runHere = async (...args: readonly string[]) => {
  const { stderr, ...ended } = await inProcess(args)
  return { ...ended, stderr: withoutProgress(stderr) }
}
/** A line every few seconds, on a busy machine. */
const withoutProgress = (said: string) => said.replaceAll(/^[\d,]+ read · .*\n/gm, '')
const linesOf = (text: string): Record<string, unknown>[] => text.split('\n').filter(line => line !== '').map(line => JSON.parse(line))
const articles = (database: string) => askFile(database, '{ articles(first: 100) { totalCount nodes { slug title publisher publishedOn reader statements { totalCount } } } }')['articles']
const slugsIn = (database: string): readonly string[] => {
  const graph = openForReading(database)
  try {
    return graph.all<{ slug: string }>(sql`SELECT slug FROM article`).map(({ slug }) => slug)
  } finally {
    graph.close()
  }
}
const seedText = join(top, 'seed/articles/000_0ad0541db14e78fc.txt')
const seedReading = join(top, 'seed/readings/000_0ad0541db14e78fc.json')
const german = 'Der Minister erklärte am Montag, dass die Regierung den Vorschlag ablehne und weiter verhandeln wolle, bis alle Seiten zufrieden seien.'

describe('read', () => {
  const database = join(folder, 'data', 'new.db')
  const dump = inFolder('dump.jsonl', [{ id: 'one', text: 'He said so.', title: 'T' }, { id: 'two', text: 'He said no.', publishedOn: '2015-02-30' }, { id: 'three', text: '' }, { id: 'four', text: ' ' }].map(line => JSON.stringify(line)).join('\n'))

  test('one bad article stops no other; the end counts and groups, the report has a line for each', () => {
    const report = join(folder, 'report.jsonl')
    const { code, stdout, stderr } = run(['read', dump, 'none.txt', inFolder('plain.txt', 'Minister speaks\n\nHe said so.\n'), '--db', database, '--report', report])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^Read: 2\. Known already: 0\. Refused: 4\.\n {2}2 EMPTY_TEXT\n {4}\S*dump\.jsonl:3: .*\n {4}\S*dump\.jsonl:4: .*\n {2}1 BAD_DATE\n {4}\S*dump\.jsonl:2: publishedOn is "2015-02-30"; .*\n {2}1 FILE_NOT_FOUND\n.*none\.txt.*\n$/)
    const lines = linesOf(readFileSync(report, 'utf8'))
    expect(lines.find(line => line['id'] === 'one')).toEqual({ input: `${dump}:1`, id: 'one', outcome: 'read', article: expect.stringMatching(/^t-[0-9a-f]{12}$/) })
    expect(lines.find(line => line['id'] === 'two')).toEqual({ input: `${dump}:2`, id: 'two', outcome: 'refused', code: 'BAD_DATE', message: expect.any(String) })
    expect(lines).toHaveLength(6)
    expect(articles(database).nodes.map((node: { title: string }) => node.title).sort()).toEqual(['Minister speaks', 'T'])
  })

  test('a second time it is known, and nothing changes', async () => {
    const { code, stderr } = await runHere('read', join(folder, 'plain.txt'), '--db', database, '--publisher', 'Another')
    expect([code, stderr]).toEqual([0, 'Read: 0. Known already: 1. Refused: 0.\n'])
    expect(articles(database)).toMatchObject({ totalCount: 2, nodes: [{ publisher: null }, { publisher: null }] })
  })

  test('--dry-run stores nothing and makes no database', async () => {
    const other = join(folder, 'other.db')
    expect(await runHere('read', dump, '--db', other, '--dry-run')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Nothing is stored; would be read: 1\. Known already: 0\. Refused: 3\.\n/) })
    expect(existsSync(other)).toBe(false)
    expect((await runHere('read', join(folder, 'plain.txt'), '--db', database, '--dry-run')).stderr).toContain('would be read: 0. Known already: 1.')
  })

  test('options say what the file does not', async () => {
    const args = ['read', inFolder('ships.txt', 'Ships came in.'), '--db', database, '--title', 'On ships', '--publisher', 'The Post', '--author', 'Ann Lee', '--published-on', '2015-11', '--url', 'https://a.example/', '--language', 'en-GB']
    expect((await runHere(...args)).code).toBe(0)
    expect(articles(database).nodes).toContainEqual(expect.objectContaining({ title: 'On ships', publisher: 'The Post', publishedOn: '2015-11' }))
    expect(await runHere('read', dump, seedText, '--db', database, '--title', 'Mine')).toMatchObject({ code: 2, stderr: expect.stringContaining('--title is given for 2 files') })
    expect(await runHere('read', inFolder('left.txt', 'Ships left.'), '--db', database, '--published-on', 'soon')).toMatchObject({ code: 1, stderr: expect.stringContaining('publishedOn is "soon"') })
  })

  test('--explain shows text, statements and remarks, without colours where there is no terminal, and nothing that a terminal would obey', () => {
    const { code, stdout } = run(['read', '-', '--explain', '--dry-run', '--db', database], `${german}\u001B[2J\n`)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Der Minister [^]*\uFFFD\[2J[^]*Remarks \(1\)[^]*LANGUAGE: The text is in German/)
    expect(stdout).not.toContain('\u001B')
  })

  test('what cannot be written is said before anything is read', async () => {
    for (const report of [join(folder, 'nowhere/report.jsonl'), folder]) {
      expect(await runHere('read', dump, '--db', database, '--report', report)).toEqual({ code: 74, stdout: '', stderr: expect.stringMatching(/^onrecord: The report cannot be written to "\S+" \(E\w+\); give --report a file.*\.\n$/) })
    }
    expect(await runHere('read', dump, '--db', join(dump, 'below.db'))).toEqual({ code: 74, stdout: '', stderr: expect.stringMatching(/^onrecord: There can be no database at .*\.\n$/) })
  })

  test('two at once read each article once, and say so', async () => {
    const same = inFolder('same.jsonl', Array.from({ length: 120 }, (_, index) => JSON.stringify({ text: `Notice ${index}\n\nThe mayor said that pier ${index} would open.` })).join('\n'))
    const both = join(folder, 'both.db')
    const ends = await Promise.all([1, 2].map(() => new Promise<string>(resolve => {
      execFile(process.execPath, [launcher, 'read', same, '--db', both], (_, __, stderr) => resolve(withoutProgress(stderr)))
    })))
    const counts = ends.map(said => /^Read: (\d+)\. Known already: (\d+)\. Refused: 0\.\n$/.exec(said)?.slice(1).map(Number) ?? [said])
    expect(counts.map(([read, known]) => Number(read) + Number(known))).toEqual([120, 120])
    expect(Number(counts[0]![0]) + Number(counts[1]![0])).toBe(120)
    expect(findingsIn(both)).toEqual([])
  })

  test('F02: killed in the middle, what is in is whole; run again, the rest follows', async () => {
    const lines = Array.from({ length: 150 }, (_, index) => `${JSON.stringify({ text: `Minister ${index} speaks\n\n“We will send ${index} ships,” minister ${index} said on Monday.`, note: 'x'.repeat(1000) })}\n`)
    const many = inFolder('many.jsonl.gz', gzipSync(lines.join('')))
    const [killed, report] = [join(folder, 'killed.db'), join(folder, 'killed.jsonl')]
    const child = spawn(process.execPath, [launcher, 'read', '-', '--db', killed, '--report', report], { stdio: ['pipe', 'ignore', 'ignore'] })
    const ended = new Promise<unknown>(resolve => { child.on('exit', (_, signal) => resolve(signal)) })
    // It never gets them all, so it cannot be at its end; with the notes it is more than is looked at to tell what it is.
    child.stdin.on('error', () => {}).write(lines.slice(0, 140).join('')) // the rest of it goes nowhere when it is killed
    while (child.exitCode === null && !(existsSync(report) && readFileSync(report, 'utf8').length > 0)) await new Promise(resolve => { setTimeout(resolve, 2) })
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    const stored = articles(killed).totalCount
    expect(stored).toBeGreaterThan(0)
    expect(stored).toBeLessThan(150)
    const reported = readFileSync(report, 'utf8').split('\n').slice(0, -1).map(line => (JSON.parse(line) as { article: string }).article)
    expect(slugsIn(killed)).toEqual(expect.arrayContaining(reported))
    expect(findingsIn(killed)).toEqual([])
    expect(run(['read', many, '--db', killed])).toMatchObject({ code: 0, stderr: `Read: ${150 - stored}. Known already: ${stored}. Refused: 0.\n` })
    expect(articles(killed).totalCount).toBe(150)
  })

  const canMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/tmp']).status === 0
  test.skipIf(!canMount)('F05: a disk that fills ends it with what is stored and how to go on, while there is room; a full one too, and nothing is half stored (skipped where nothing can be mounted)', () => {
    // Not English, so that it is stored without being read, which would take longer than all else here.
    const notices = (name: string, count: number, short: number) => inFolder(name, Array.from({ length: count }, (_, index) => JSON.stringify({ text: `${name} ${index}\n\n${'Der Fluss ist wieder über die Ufer getreten. '.repeat(index < short ? 5 : 450)}` })).join('\n'))
    // The first asks for 4 MB where 2 may be taken; the second for more than one where half of one is left.
    const [long, longer] = [notices('long.jsonl', 100, 20), notices('longer.jsonl', 30, 5)]
    const disk = join(folder, 'disk')
    const read = (many: string, options: string) => `"$0" "$1" read '${many}' --db '${disk}/f.db' ${options}; echo $?; cp '${disk}'/f.db* '${many}.stored'`
    const fill = `head -c $(($(df --output=avail -B1 '${disk}' | tail -1) - 512 * 1024)) /dev/zero > '${disk}/filler'`
    const script = `mount -t tmpfs -o size=66m none '${disk}' && ${read(long, '')}; ${fill}; ${read(longer, '--limit diskReserve=0')}; head -c 9m /dev/zero >> '${disk}/filler' 2>/dev/null; "$0" "$1" reading '${longer}' > '${disk}/out'; echo $?`
    for (const made of [disk, `${long}.stored`, `${longer}.stored`]) mkdirSync(made)
    const { stdout, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath, launcher], { encoding: 'utf8' })
    expect(stdout).toBe('74\n74\n74\n')
    for (const many of [long, longer]) expect(findingsIn(join(`${many}.stored`, 'f.db'))).toEqual([])
    const stopped = 'Stopped after .*long(?:er)?\\.jsonl:\\d+\\. Run the same command again .*\\n'
    const counted = 'Read: [1-9]\\d*\\. Known already: 0\\. Refused: 0\\.\\n {2}\\d+ of those read (?:is|are) in another language than English: .*\\n'
    expect(withoutProgress(stderr)).toMatch(new RegExp(`^${counted}${stopped}onrecord: The disk of .* has \\d+ MiB left, and 64 MiB must stay free; .*\\n`
      + `(${counted}${stopped})?onrecord: There is no room for .*\\nonrecord: The output cannot be written \\(ENOSPC\\)\\.\\n$`))
  })

  test('F14: Ctrl-C stores what was read, says where it stopped, and ends with 130', async () => {
    const report = join(folder, 'stopped.jsonl')
    const child = spawn(process.execPath, [launcher, 'read', '-', '--db', join(folder, 'stopped.db'), '--report', report], { stdio: ['pipe', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', part => { said += String(part) })
    const ended = new Promise<unknown>(resolve => { child.on('close', code => resolve(code)) })
    // More than is looked at to tell what it is; and the end never comes by itself.
    const line = `${JSON.stringify({ text: 'Minister speaks\n\nShe said that he would go.', note: 'x'.repeat(40_000) })}\n`
    child.stdin.write(line.repeat(3))
    // The second is known at once; the first waits to be stored.
    while (child.exitCode === null && !(existsSync(report) && readFileSync(report, 'utf8').includes('known'))) await new Promise(resolve => { setTimeout(resolve, 10) })
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(withoutProgress(said)).toMatch(/^Read: 1\. Known already: \d\. Refused: 0\.\nStopped after -:\d\. Run the same command again/)
    expect(articles(join(folder, 'stopped.db')).totalCount).toBe(1)
  })
})

test('where there is nothing to read, no thread begins that would', async () => {
  const ports = () => process.getActiveResourcesInfo().filter(each => each === 'MessagePort').length
  const before = ports()
  const ahead = readAhead()
  expect(ports()).toBe(before)
  await ahead.close()
})

describe('reading', () => {
  test('prints one JSON object a line with id, statements and events as spans, and the Reading itself', () => {
    const { code, stdout } = run(['reading', seedText, '-'], '{"id": "a", "text": "He said so.", "attributions": []}\n{"id": "b", "text": ""}\n')
    expect(code).toBe(1)
    const lines = linesOf(stdout)
    expect(lines).toMatchObject([{ id: seedText, reading: { format: 'on-record/reading/1' } }, { id: 'a' }])
    const text = readFileSync(seedText, 'utf8')
    const isSpan = ({ start, end }: { start: number; end: number }) => Number.isInteger(start) && start >= 0 && end > start && end <= text.length
    const { statements, events } = lines[0] as { statements: Record<string, []>[]; events: Record<string, never>[] }
    for (const { speakers, cue, content, speakerNames } of statements) {
      expect([...speakers!, ...(cue ?? []), ...content!].every(isSpan)).toBe(true)
      expect(Array.isArray(speakerNames)).toBe(true)
    }
    for (const { actor, target, code } of events) expect([isSpan(actor!), target === null || isSpan(target!), typeof code]).toEqual([true, true, 'string'])
  })
})

describe('apply and remove', () => {
  const database = join(folder, 'applied.db')

  test("a reviewed Reading takes the machine's place, and reading again does not bring that back", async () => {
    await runHere('read', seedText, '--db', database)
    expect(articles(database).nodes[0].reader).toMatch(/^onrecord-rules/)
    expect(run(['apply', seedReading, '--db', database])).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/^Replaced the Reading of barack-obama-\S+: reviewed, 18 statements/) })
    await runHere('read', seedText, '--db', database)
    expect(articles(database)).toMatchObject({ totalCount: 1, nodes: [{ reader: 'reviewed', statements: { totalCount: 18 } }] })
    expect(findingsIn(database)).toEqual([])
  })

  test('a Reading that does not fit is refused with file, line and path, and the old one stays', async () => {
    const reading = JSON.parse(readFileSync(seedReading, 'utf8'))
    reading.mentions[4].start++
    const bad = inFolder('bad.json', JSON.stringify(reading, null, 1))
    expect(await runHere('apply', bad, '--db', database)).toMatchObject({ code: 1, stderr: expect.stringMatching(/bad\.json:\d+: \/mentions\/4: The text has /) })
    expect(articles(database).nodes[0].reader).toBe('reviewed')
  })

  test('of an article that the graph does not have it needs the text', async () => {
    const other = join(folder, 'applied-2.db')
    const none = { code: 74, stderr: expect.stringMatching(/^onrecord: There is no database at .*applied-2\.db; /) }
    for (const args of [['apply', seedReading], ['remove', 'nobody']]) expect(await runHere(...args, '--db', other)).toMatchObject(none)
    expect(existsSync(other)).toBe(false)
    const graph = openForWriting(other)
    enter(graph, draftOf(['Minister speaks', 'He said so.']).done())
    graph.close()
    expect(await runHere('apply', seedReading, '--db', other)).toMatchObject({ code: 1, stderr: expect.stringContaining('give its text with --text') })
    expect(await runHere('apply', seedReading, '--db', other, '--text', seedText, '--metadata', seedText.replace('.txt', '.json'))).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Added /) })
    expect(articles(other).nodes).toContainEqual(expect.objectContaining({ reader: 'reviewed', publishedOn: '2015-11-16' }))
  })

  test('remove takes articles by slug or id, and says which are not there', async () => {
    const [{ slug }] = articles(database).nodes
    expect(await runHere('remove', 'nobody', slug, '--db', database)).toMatchObject({ code: 1, stderr: `onrecord: The graph has no article with the id or slug "nobody".\nRemoved ${slug}.\n` })
    expect(articles(database).totalCount).toBe(0)
  })
})
