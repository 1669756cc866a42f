// Parts that nothing tells apart: two of the same key would be one in the graph.
import { keysOf } from './identity.ts'
import type { ReadingProblem } from './reading-problem.ts'
import type { Reading } from './reading.ts'

export function identityProblems(reading: Reading): readonly ReadingProblem[] {
  const keys = keysOf(reading)
  return [
    ...same('entities', reading.entities.map(entity => keys.entities.get(entity.ref)?.key),
      'has the name of another: expected one entity for both, or a `distinguisher` that tells them apart'),
    ...same('statements', reading.statements.map(statement => keys.statements.get(statement.ref)),
      'has the source, cue, content and act of another: expected one statement for both'),
    ...same('relationships', keys.relationships,
      'has all parts and the evidence of another: expected one relationship for both, or the words that tell them apart as `label`, `role` or evidence'),
  ]
}

function same(list: string, keys: readonly (string | undefined)[], message: string): readonly ReadingProblem[] {
  const firsts = new Map<string | undefined, number>()
  const problems: ReadingProblem[] = []
  keys.forEach((key, position) => {
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, position)
    else problems.push({ path: [list, position], message: `It ${message}; the other is /${list}/${first}.` })
  })
  return problems
}
