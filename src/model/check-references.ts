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
  }
  for (const [position, mention] of reading.mentions.entries()) {
    if (!entities.has(mention.entity)) yield* entityRef(entities, ['mentions', position, 'entity'], mention.entity)
  }
  for (const [position, statement] of reading.statements.entries()) {
    const path = ['statements', position]
    for (const role of ['speakers', 'addressees', 'targets', 'about'] as const) {
      for (const [index, ref] of statement[role].entries()) if (!entities.has(ref)) yield* entityRef(entities, [...path, role, index], ref)
    }
    yield* entityRef(entities, [...path, 'via'], statement.via)
    yield* statementRef(statements, [...path, 'reportedIn'], statement.reportedIn)
  }
  yield* circles('entities', 'partOf', reading.entities.map(({ ref, partOf }) => ({ ref, next: partOf })))
  yield* circles('statements', 'reportedIn', reading.statements.map(({ ref, reportedIn }) => ({ ref, next: reportedIn })))
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

/** The first item of each circle. What has been walked once is not walked again: a long chain costs no more than its length. */
function* circles(list: string, field: string, items: readonly { readonly ref: string; readonly next: string | undefined }[]): Generator<ReadingProblem> {
  const nexts = new Map(items.map(({ ref, next }) => [ref, next]))
  const positions = new Map(items.map(({ ref }, position) => [ref, position]))
  const walked = new Set<string>()
  for (const { ref: start } of items) {
    const steps = new Set<string>()
    let ref: string | undefined = start
    while (ref !== undefined && !walked.has(ref)) {
      walked.add(ref)
      steps.add(ref)
      ref = nexts.get(ref)
    }
    if (ref === undefined || !steps.has(ref)) continue
    const circle = [...steps].slice([...steps].indexOf(ref))
    const way = [...circle.slice(1), ref].map(step => `"${step}"`)
    const shown = way.length > 10 ? [...way.slice(0, 9), '…', way.at(-1)] : way
    yield { path: [list, positions.get(ref) ?? 0, field], message: `"${ref}" leads back to itself by way of ${shown.join(', ')}; expected no circle.` }
  }
}
