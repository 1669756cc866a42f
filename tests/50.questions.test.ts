// The questions that the playground opens with: each answered on the seed, with the statements that it takes. The expected answers in
// tests/queries were read against the article; `npx vitest run tests/50* -u` writes them anew, for a person to read again.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { graphOf } from './ask.ts'

const seed = graphOf()
afterAll(() => seed.close())

const questions = new URL('../src/questions/', import.meta.url)
const names = readdirSync(questions).map(file => file.replace('.graphql', '')).sort()

describe.each(names)('%s', name => {
  const query = readFileSync(new URL(`${name}.graphql`, questions), 'utf8')

  test('is answered as a person read it, in the statements that its shape needs', async () => {
    const data = seed.ask(query)
    const statements = seed.statements(query).map(text => text.replaceAll(/\s+/g, ' '))
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
