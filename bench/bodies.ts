// What bench/load.ts and bench/turns.ts send, as bodies of JSON: the mix of questions that people ask most, and what an attacker asks.
import { mixed } from './mix.ts'
import { variablesOf } from './variables.ts'
import { workloads } from './workloads.ts'

export function mixOf(path: string): readonly string[] {
  const operation = operationsOf(path)
  return Array.from({ length: 2560 }, (_, index) => operation(mixed(index), Math.floor(index / 20)))
}

/** In turn: what costs too much, ways, counts, and long documents that all differ. */
export function attackOf(path: string): readonly string[] {
  const operation = operationsOf(path)
  const nested = (depth: number): string => (depth === 0 ? 'totalCount' : `nodes { neighbours(first: 100) { ${nested(depth - 1)} } }`)
  return Array.from({ length: 500 }, (_, index) => [
    JSON.stringify({ query: `{ entities(first: 100) { ${nested(6)} } }` }), operation('q7', index), operation('q8', index), JSON.stringify({ query: `{ a${index}: __typename ${'x'.repeat(90_000)} }` }),
  ][index % 4] ?? '')
}

function operationsOf(path: string): (name: string, index: number) => string {
  const variables = variablesOf(path)
  return (name, index) => JSON.stringify({ query: workloads.find(each => each.name === name)?.operation, variables: variables[name]?.[index % 128] })
}
