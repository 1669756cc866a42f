// What README and docs/api.md show is so: every query is asked and its answer compared, every command is run.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { copySeed } from './seeded.ts'
import { answerer } from '../src/execution/answer.ts'
import { openArchive } from '../src/execution/archive.ts'

const top = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-readme-'))
const database = join(folder, 'seed.db')
copySeed(database)
const archive = openArchive(database)
const ask = answerer(archive)
afterAll(() => {
  archive.close()
  rmSync(folder, { recursive: true })
})

const read = (file: string) => readFileSync(join(top, file), 'utf8')
const blocks = (text: string, language: string) => [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(match => match[1]!.trim())
const environment = { ...process.env, ONRECORD_DB: database, PORT: '0' }

describe.each(['README.md', 'docs/api.md'])('%s', file => {
  const queries = blocks(read(file), 'graphql')
  const answers = blocks(read(file), 'json')

  test('has an answer to each query', () => {
    expect(queries.length).toBeGreaterThan(1)
    expect(answers).toHaveLength(queries.length)
  })

  test.each(queries.map((query, index) => [query.split('\n')[1]!.trim(), query, answers[index]!]))('%s … is answered as it shows', (_, query, answer) => {
    expect(JSON.parse(JSON.stringify(ask({ query })))).toEqual({ data: JSON.parse(answer) })
  })
})

describe('the commands of README.md', () => {
  const commands = blocks(read('README.md'), 'sh').flatMap(block => block.split('\n'))

  test('are these', () => {
    expect(commands).toEqual([
      'npm ci && npm start',
      'npm ci && npm test',
      'npx onrecord read seed/articles',
      'npx onrecord query src/questions/6-who-met-whom.graphql',
      'npx onrecord verify',
    ])
  })

  test.each(commands.filter(command => command.startsWith('npx ')))('%s', command => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: top, env: environment, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, command.includes(' read ') ? 'Read: 0. Known already: 1. Refused: 0.\n' : ''])
    expect(stdout).toMatch(command.includes(' read ') ? /^$/ : /"data"|is sound/)
  })

  test('npm start answers GraphQL (npm ci has run before this test, or there were no vitest)', async () => {
    const server = spawn('npm', ['start'], { cwd: top, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = ''
        const hear = (chunk: Buffer) => {
          said += String(chunk)
          const found = /http:\/\/\S+\/graphql/.exec(said)
          if (found) resolve(found[0])
        }
        server.stdout.on('data', hear)
        server.stderr.on('data', hear)
        server.on('exit', () => reject(new Error(said)))
      })
      const response = await fetch(`${url}?query={statistics{articles}}`)
      expect(await response.json()).toEqual({ data: { statistics: { articles: 1 } } })
    } finally {
      process.kill(-server.pid!, 'SIGTERM')
    }
  })

  test('npm test is what CI runs', () => {
    expect(read('.ci/run')).toMatch(/^npm ci /m)
    expect(read('.ci/run')).toMatch(/^npm test /m)
    expect(read('.ci/run')).toMatch(/^npm run check$/m)
  })
})

test('README is short', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(200)
})

test('every file that README and docs link to is there', () => {
  for (const [file, base] of [['README.md', '.'], ['docs/api.md', 'docs'], ['docs/reading-in.md', 'docs'], ['docs/settings.md', 'docs'], ['docs/reading-format.md', 'docs']] as const) {
    for (const [, target] of read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(() => readFileSync(join(top, base, target!)), target).not.toThrow(/ENOENT/)
    }
  }
})
