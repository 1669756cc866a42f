// `node bench/growth.ts [FEW] [MANY]`: what the workloads take on an archive of few articles and of many, and the first page of a list and the
// ten-thousandth, in process. Of each question the least of some rounds counts, in which few and many take turns: other work on the machine only adds.
import { Command } from 'commander'
import { answerer } from '../src/execution/answer.ts'
import { openArchive } from '../src/execution/archive.ts'
import { databaseOf } from './database.ts'
import { variablesOf } from './variables.ts'
import { workloads } from './workloads.ts'

const rounds = 8
const rowsOfPage = 20
const pages = 10_000

const [few = '', many = ''] = new Command('node bench/growth.ts')
  .argument('[few]', 'articles', '10000').argument('[many]', 'articles', '100000').parse().processedArgs as string[]
const archives = [few, many].map(size => {
  const { path } = databaseOf(Number(size), false)
  return { size: Number(size), ask: answerer(openArchive(path)), variables: variablesOf(path) }
})

type Ask = (typeof archives)[number]['ask']

/** Infinity where it was stopped, as one may be that waits for the disk. */
function timeOf(ask: Ask, query: string, variables: object): number {
  const began = performance.now()
  const { errors } = ask({ query, variables })
  const time = performance.now() - began
  if (errors && errors[0]?.extensions['code'] !== 'QUERY_TIMEOUT') throw new Error(errors[0]?.message)
  return errors ? Infinity : time
}

/** Sorted: of each set of variables the least. */
function timesOf(name: string, operation: string): readonly (readonly number[])[] {
  const least = archives.map(({ variables }) => (variables[name] ?? []).map(() => Infinity))
  for (let round = 0; round < rounds; round++) {
    for (const [index, { ask, variables }] of archives.entries()) {
      for (const [set, given] of (variables[name] ?? []).entries()) {
        const own = least[index] ?? []
        own[set] = Math.min(own[set] ?? Infinity, timeOf(ask, operation, given))
      }
    }
  }
  return least.map(times => times.toSorted((one, other) => one - other))
}

const at = (times: readonly number[], share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN
const ms = (time: number): string => time.toFixed(2)

const sizes = archives.map(({ size }) => `${size.toLocaleString('en')} articles`)
console.log(`| in ms | median: ${sizes.join(' | ')} | grown to | longest: ${sizes.join(' | ')} |\n|---|--:|--:|--:|--:|--:|`)
for (const { name, what, operation } of workloads) {
  const [one = [], other = []] = timesOf(name, operation)
  console.log(`| ${name} ${what} | ${ms(at(one, 0.5))} | ${ms(at(other, 0.5))} | ${(at(other, 0.5) / at(one, 0.5)).toFixed(2)} | ${ms(at(one, 1))} | ${ms(at(other, 1))} |`)
}

const lists: Readonly<Record<string, string>> = {
  'all statements': 'statements(first: $first, after: $after)',
  'all statements, the surest first': 'statements(orderBy: {field: CONFIDENCE, direction: DESC}, first: $first, after: $after)',
  'claims alone': 'relationships(filter: {voice: [CLAIMED]}, first: $first, after: $after)',
}
const { ask } = archives[1] ?? archives[0] ?? { ask: () => ({ data: null }) }

/** The last cursor of so many pages, in strides of a hundred rows; and how many pages there were. */
function cursorBehind(list: string, most: number): { readonly cursor: string | null; readonly passed: number } {
  let [cursor, passed]: [string | null, number] = [null, 0]
  while (passed < most) {
    const stride = Math.min(100 / rowsOfPage, most - passed)
    const { data, errors } = ask({ query: `query ($first: Int, $after: String) { list: ${list} { pageInfo { endCursor hasNextPage } } }`, variables: { first: stride * rowsOfPage, after: cursor } })
    if (!data) throw new Error(errors?.[0]?.message)
    const { endCursor, hasNextPage } = (data['list'] as { pageInfo: { endCursor: string; hasNextPage: boolean } }).pageInfo // as asked
    if (!hasNextPage) break
    ;[cursor, passed] = [endCursor, passed + stride]
  }
  return { cursor, passed }
}

console.log(`\n| a page of ${rowsOfPage}, in ms | the first | page | takes |\n|---|--:|--:|--:|`)
for (const [name, list] of Object.entries(lists)) {
  const { cursor, passed } = cursorBehind(list, pages - 1)
  const page = (after: string | null): number => Math.min(...Array.from({ length: 30 }, () => timeOf(ask, `query ($first: Int, $after: String) { list: ${list} { nodes { id } pageInfo { endCursor } } }`, { first: rowsOfPage, after })))
  page(null)
  console.log(`| ${name} | ${ms(page(null))} | ${(passed + 1).toLocaleString('en')} | ${ms(page(cursor))} |`)
}
console.log(`\nNode ${process.versions.node}; \`node bench/growth.ts ${few} ${many}\`.`)
