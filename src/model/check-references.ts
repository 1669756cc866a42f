// Refs: unique where they are given, and meaning something of the right kind where they are used.
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'
import type { Reading, ReadEntity, ReadStatement } from './reading.ts'
import type { EntityKind } from './vocabulary.ts'

type Known<Item> = ReadonlyMap<string, Item>

const countries: readonly EntityKind[] = ['COUNTRY']
const places: readonly EntityKind[] = ['PLACE', 'COUNTRY']

export function* referenceProblems(reading: Reading): Generator<ReadingProblem> {
  const entities = new Map(reading.entities.map(entity => [entity.ref, entity]))
  const statements = new Map(reading.statements.map(statement => [statement.ref, statement]))
  yield* repeated('entities', reading.entities)
  yield* repeated('statements', reading.statements)

  for (const [position, entity] of reading.entities.entries()) {
    const path = ['entities', position]
    yield* entityRef(entities, [...path, 'country'], entity.country, countries)
    yield* entityRef(entities, [...path, 'speaksFor'], entity.speaksFor, countries)
    yield* entityRef(entities, [...path, 'place'], entity.place, places)
    yield* entityRef(entities, [...path, 'partOf'], entity.partOf)
    yield* statementRef(statements, [...path, 'statement'], entity.statement)
    yield* circle([...path, 'partOf'], entity.ref, ref => entities.get(ref)?.partOf)
  }
  for (const [position, mention] of reading.mentions.entries()) {
    yield* entityRef(entities, ['mentions', position, 'entity'], mention.entity)
  }
  for (const [position, statement] of reading.statements.entries()) {
    const path = ['statements', position]
    for (const role of ['speakers', 'addressees', 'targets', 'about'] as const) {
      for (const [index, ref] of statement[role].entries()) yield* entityRef(entities, [...path, role, index], ref)
    }
    yield* entityRef(entities, [...path, 'via'], statement.via)
    yield* statementRef(statements, [...path, 'reportedIn'], statement.reportedIn)
    yield* circle([...path, 'reportedIn'], statement.ref, ref => statements.get(ref)?.reportedIn)
  }
  for (const [position, relationship] of reading.relationships.entries()) {
    const path = ['relationships', position]
    yield* entityRef(entities, [...path, 'subject'], relationship.subject)
    yield* entityRef(entities, [...path, 'object'], relationship.object)
    yield* entityRef(entities, [...path, 'place'], relationship.place, places)
    yield* statementRef(statements, [...path, 'statement'], relationship.statement)
    yield* statementRef(statements, [...path, 'saying'], relationship.saying)
  }
  for (const [position, { entity, other }] of reading.possiblySame.entries()) {
    const path = ['possiblySame', position]
    yield* entityRef(entities, [...path, 'entity'], entity)
    yield* entityRef(entities, [...path, 'other'], other)
    if (entity === other) yield { path: [...path, 'other'], message: `"${other}" is compared with itself; expected two different entities.` }
  }
}

function* repeated(list: string, items: readonly { readonly ref: string }[]): Generator<ReadingProblem> {
  const seen = new Set<string>()
  for (const [position, { ref }] of items.entries()) {
    if (seen.has(ref)) yield { path: [list, position, 'ref'], message: `The ref "${ref}" is given twice; expected a ref of its own for each of the ${list}.` }
    seen.add(ref)
  }
}

function* entityRef(entities: Known<ReadEntity>, path: ProblemPath, ref: string | undefined, kinds?: readonly EntityKind[]): Generator<ReadingProblem> {
  if (ref === undefined) return
  const entity = entities.get(ref)
  if (!entity) yield { path, message: `No entity of this Reading has the ref "${ref}"; expected the ref of one.` }
  else if (kinds && !kinds.includes(entity.kind)) yield { path, message: `"${ref}" is of kind ${entity.kind}; expected ${kinds.join(' or ')}.` }
}

function* statementRef(statements: Known<ReadStatement>, path: ProblemPath, ref: string | undefined): Generator<ReadingProblem> {
  if (ref !== undefined && !statements.has(ref)) {
    yield { path, message: `No statement of this Reading has the ref "${ref}"; expected the ref of one.` }
  }
}

function* circle(path: ProblemPath, start: string, next: (ref: string) => string | undefined): Generator<ReadingProblem> {
  const seen = new Set<string>()
  for (let ref = next(start); ref !== undefined && !seen.has(ref); ref = next(ref)) {
    if (ref === start) {
      yield { path, message: `"${start}" leads back to itself by way of ${[...seen, start].map(step => `"${step}"`).join(', ')}; expected no circle.` }
      return
    }
    seen.add(ref)
  }
}
