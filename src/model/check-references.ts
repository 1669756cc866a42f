// Refs: unique where they are given, and meaning something of the right kind where they are used.
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'
import type { Reading } from './reading.ts'
import type { EntityKind } from './vocabulary.ts'

const countries: readonly EntityKind[] = ['COUNTRY']
const places: readonly EntityKind[] = ['PLACE', 'COUNTRY']
/** Fields that refer to an entity, with the kinds that it may be of; null: any. */
const ofEntity = [['country', countries], ['speaksFor', countries], ['place', places], ['partOf', null]] as const
const ofRelationship = [['subject', null], ['object', null], ['place', places]] as const
const ofMatch = ['entity', 'other'] as const
const roles = ['speakers', 'addressees', 'targets', 'about'] as const
/** Fields that refer to a statement. */
const sayings = ['statement', 'saying'] as const

/** Each ref is only looked up: the way to it is written down where it means nothing. */
export function referenceProblems(reading: Reading): readonly ReadingProblem[] {
  const entities = new Map(reading.entities.map(entity => [entity.ref, entity]))
  const statements = new Set(reading.statements.map(statement => statement.ref))
  const problems: ReadingProblem[] = [...repeated('entities', reading.entities), ...repeated('statements', reading.statements)]
  const entity = (ref: string | undefined, kinds: readonly EntityKind[] | null, ...path: ProblemPath): void => {
    const found = ref === undefined ? undefined : entities.get(ref)
    if (ref !== undefined && !found) problems.push({ path, message: `No entity of this Reading has the ref "${ref}"; expected the ref of one.` })
    else if (found && kinds && !kinds.includes(found.kind)) problems.push({ path, message: `"${ref}" is of kind ${found.kind}; expected ${kinds.join(' or ')}.` })
  }
  const statement = (ref: string | undefined, ...path: ProblemPath): void => {
    if (ref !== undefined && !statements.has(ref)) problems.push({ path, message: `No statement of this Reading has the ref "${ref}"; expected the ref of one.` })
  }

  for (const [position, each] of reading.entities.entries()) {
    for (const [field, kinds] of ofEntity) if (each[field] !== undefined) entity(each[field], kinds, 'entities', position, field)
    statement(each.statement, 'entities', position, 'statement')
  }
  for (const [position, mention] of reading.mentions.entries()) entity(mention.entity, null, 'mentions', position, 'entity')
  for (const [position, each] of reading.statements.entries()) {
    for (const role of roles) for (const [index, ref] of each[role].entries()) entity(ref, null, 'statements', position, role, index)
    entity(each.via, null, 'statements', position, 'via')
    statement(each.reportedIn, 'statements', position, 'reportedIn')
  }
  problems.push(...circles('entities', 'partOf', reading.entities.map(({ ref, partOf }) => ({ ref, next: partOf }))))
  problems.push(...circles('statements', 'reportedIn', reading.statements.map(({ ref, reportedIn }) => ({ ref, next: reportedIn }))))
  for (const [position, each] of reading.relationships.entries()) {
    for (const [field, kinds] of ofRelationship) entity(each[field], kinds, 'relationships', position, field)
    for (const field of sayings) statement(each[field], 'relationships', position, field)
  }
  for (const [position, match] of reading.possiblySame.entries()) {
    for (const field of ofMatch) entity(match[field], null, 'possiblySame', position, field)
    if (match.entity === match.other) problems.push({ path: ['possiblySame', position, 'other'], message: `"${match.other}" is compared with itself; expected two different entities.` })
  }
  return problems
}

function* repeated(list: string, items: readonly { readonly ref: string }[]): Generator<ReadingProblem> {
  const seen = new Set<string>()
  for (const [position, { ref }] of items.entries()) {
    if (seen.has(ref)) yield { path: [list, position, 'ref'], message: `The ref "${ref}" is given twice; expected a ref of its own for each of the ${list}.` }
    seen.add(ref)
  }
}

/** The first item of each circle. What has been walked once is not walked again: a long chain costs no more than its length. */
function* circles(list: string, field: string, items: readonly { readonly ref: string; readonly next: string | undefined }[]): Generator<ReadingProblem> {
  if (items.every(item => item.next === undefined)) return
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
