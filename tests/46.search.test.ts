// Search among many: what is cut is said, and a limit on kinds is never passed over.
import { afterAll, expect, test } from 'vitest'
import { graphOf } from './ask.ts'
import { draftOf } from './reading-builder.ts'

const people = Array.from({ length: 295 }, (_, index) => `Alpha Person${String(index).padStart(4, '0')}`)
const lands = Array.from({ length: 5 }, (_, index) => `Alphz Land${index}`)
let draft = draftOf([...people, ...lands].map(name => `${name} was there.`))
for (const name of people) draft = draft.entity(name, 'PERSON', name, {}, name)
for (const name of lands) draft = draft.entity(name, 'COUNTRY', name, {}, name)
const many = graphOf([draft.done()])
afterAll(() => many.close())

test('five countries are found among three hundred names that begin alike', () => {
  const { countries, all } = many.ask(`{
    countries: search(text: "al", in: [COUNTRY]) { totalCount totalCountExact edges { node { ... on Country { name } } } }
    all: search(text: "alpha") { totalCount totalCountExact }
  }`)
  expect(countries).toMatchObject({ totalCount: 5, totalCountExact: true })
  expect(countries.edges.map((edge: { node: { name: string } }) => edge.node.name)).toEqual(lands)
  expect(all.totalCountExact).toBe(false)
})
