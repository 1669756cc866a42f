// Refs: unique where they are given, and meaning something of the right kind where they are used.
import type { ReadingProblem } from './reading-problem.ts'
import type { Reading } from './reading.ts'
import type { EntityKind } from './vocabulary.ts'

const countries: readonly EntityKind[] = ['COUNTRY']
const places: readonly EntityKind[] = ['PLACE', 'COUNTRY']
/** Fields that refer to an entity, with the kinds that it may be of; null: any. */
const ofEntity = [{ field: 'country', kinds: countries }, { field: 'speaksFor', kinds: countries }, { field: 'place', kinds: places }, { field: 'partOf', kinds: null }] as const
const ofRelationship = [{ field: 'subject', kinds: null }, { field: 'object', kinds: null }, { field: 'place', kinds: places }] as const
const ofMatch = ['entity', 'other'] as const
const roles = ['speakers', 'addressees', 'targets', 'about'] as const
/** Fields that refer to a statement. */
const sayings = ['statement', 'saying'] as const

/** Each ref is only looked up: the way to it is written down where it means nothing. */
export function referenceProblems(reading: Reading): readonly ReadingProblem[] {
  const entities = new Map(reading.entities.map(entity => [entity.ref, entity]))
  const statements = new Set(reading.statements.map(statement => statement.ref))
  const problems: ReadingProblem[] = [...repeated('entities', reading.entities), ...repeated('statements', reading.statements)]
  const entity = (ref: string | undefined, kinds: readonly EntityKind[] | null, list: string, position: number, field: string, index?: number): void => {
    if (ref === undefined) return
    const found = entities.get(ref)
    if (found && (!kinds || kinds.includes(found.kind))) return
    const message = found ? `"${ref}" is of kind ${found.kind}; expected ${kinds?.join(' or ')}.` : `No entity of this Reading has the ref "${ref}"; expected the ref of one.`
    problems.push({ path: [list, position, field, index].filter(step => step !== undefined), message })
  }
  const statement = (ref: string | undefined, list: string, position: number, field: string): void => {
    if (ref !== undefined && !statements.has(ref)) problems.push({ path: [list, position, field], message: `No statement of this Reading has the ref "${ref}"; expected the ref of one.` })
  }

  reading.entities.forEach((each, position) => {
    for (const { field, kinds } of ofEntity) if (each[field] !== undefined) entity(each[field], kinds, 'entities', position, field)
    statement(each.statement, 'entities', position, 'statement')
  })
  reading.mentions.forEach((mention, position) => entity(mention.entity, null, 'mentions', position, 'entity'))
  reading.statements.forEach((each, position) => {
    for (const role of roles) each[role].forEach((ref, index) => entity(ref, null, 'statements', position, role, index))
    entity(each.via, null, 'statements', position, 'via')
    statement(each.reportedIn, 'statements', position, 'reportedIn')
  })
  problems.push(...circles('entities', 'partOf', reading.entities.map(({ ref, partOf }) => ({ ref, next: partOf }))))
  problems.push(...circles('statements', 'reportedIn', reading.statements.map(({ ref, reportedIn }) => ({ ref, next: reportedIn }))))
  reading.relationships.forEach((each, position) => {
    for (const { field, kinds } of ofRelationship) entity(each[field], kinds, 'relationships', position, field)
    for (const field of sayings) statement(each[field], 'relationships', position, field)
  })
  reading.possiblySame.forEach((match, position) => {
    for (const field of ofMatch) entity(match[field], null, 'possiblySame', position, field)
    if (match.entity === match.other) problems.push({ path: ['possiblySame', position, 'other'], message: `"${match.other}" is compared with itself; expected two different entities.` })
  })
  return problems
}

function repeated(list: string, items: readonly { readonly ref: string }[]): readonly ReadingProblem[] {
  const seen = new Set<string>()
  const problems: ReadingProblem[] = []
  items.forEach(({ ref }, position) => {
    if (seen.has(ref)) problems.push({ path: [list, position, 'ref'], message: `The ref "${ref}" is given twice; expected a ref of its own for each of the ${list}.` })
    seen.add(ref)
  })
  return problems
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
