// The questions that the playground opens with: each answered on the seed, with the statements that it takes. The expected answers in
// tests/queries were read against the article; `npx vitest run tests/50* -u` writes them anew, for a person to read again.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openForReading } from '../db/open.ts'
import { schema } from '../schema/index.ts'
import { buildSeed } from '../seed/seed.ts'
import { answerer } from '../src/answer.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-questions-'))
buildSeed(join(folder, 'seed.db'))
const graph = openForReading(join(folder, 'seed.db'))
afterAll(() => {
  graph.close()
  rmSync(folder, { recursive: true })
})
const ask = answerer({ schema, context: () => ({ graph }), read: work => graph.transaction(work), health: () => ({}), close: () => {} })

const questions = new URL('../src/questions/', import.meta.url)
const names = readdirSync(questions).map(file => file.replace('.graphql', '')).sort()

describe.each(names)('%s', name => {
  const query = readFileSync(new URL(`${name}.graphql`, questions), 'utf8')

  test('is answered as a person read it, in the statements that its shape needs', async () => {
    const statements: string[] = []
    graph.onStatement = text => statements.push(text.replaceAll(/\s+/g, ' '))
    const { data, errors } = ask({ query })
    graph.onStatement = null
    expect(errors).toBeUndefined()
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`queries/${name}.json`)
    await expect(`-- ${statements.length} statements\n${statements.join('\n')}\n`).toMatchFileSnapshot(`queries/${name}.sql`)
  })

  test('opens as a tab with a name of its own, and a comment that asks the question', () => {
    expect(query).toMatch(/^# .+\?|^# .+\./)
    expect(query).toMatch(/\nquery [A-Z]\w+ \{/)
  })
})

test('there are the questions that a journalist would ask first', () => {
  expect(names.length).toBeGreaterThanOrEqual(8)
})
