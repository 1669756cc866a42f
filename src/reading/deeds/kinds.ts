// What kinds of entities a tie or deed can join: nobody attends a country or flees a person.
import type { EntityKind } from '../../model/vocabulary.ts'
import type { Player } from './cast.ts'
import type { ToldType } from './deed.ts'

const people: readonly EntityKind[] = ['PERSON', 'GROUP', 'ORGANISATION', 'COUNTRY']

interface Kinds {
  readonly subject: readonly EntityKind[]
  readonly object: readonly EntityKind[]
}

/** Where nothing is said, people and bodies act upon people, bodies, places and things. */
const kinds: ReadonlyMap<ToldType, Kinds> = new Map<ToldType, Kinds>([
  ['LEFT', { subject: ['PERSON', 'GROUP', 'TOPIC'], object: ['PLACE', 'COUNTRY'] }],
  ['LEADS', { subject: ['PERSON'], object: ['ORGANISATION', 'COUNTRY', 'GROUP'] }],
  ['REPRESENTS', { subject: ['PERSON', 'ORGANISATION'], object: ['PERSON', 'ORGANISATION', 'COUNTRY', 'GROUP', 'PLACE'] }],
  ['MEMBER_OF', { subject: ['PERSON', 'GROUP', 'ORGANISATION', 'COUNTRY'], object: ['ORGANISATION', 'GROUP'] }],
  ['AFFILIATED_WITH', { subject: ['PERSON', 'ORGANISATION'], object: ['PERSON', 'ORGANISATION'] }],
  ['PARTICIPATED_IN', { subject: people, object: ['EVENT'] }],
  ['CAUSED', { subject: ['EVENT'], object: ['EVENT'] }],
  // Condolences and talks are for people; a place is visited.
  ['SUPPORT', { subject: people, object: [...people, 'EVENT', 'TOPIC'] }],
  ['AGREE', { subject: people, object: [...people, 'EVENT', 'TOPIC'] }],
  ['CONSULT', { subject: people, object: [...people, 'PLACE'] }],
  ['ASSAULT', { subject: people, object: [...people, 'PLACE', 'TOPIC'] }],
  ['AID', { subject: people, object: [...people, 'PLACE'] }],
  ['COOPERATE', { subject: people, object: people }],
  ['REQUEST', { subject: people, object: people }],
])
const usual: Kinds = { subject: people, object: [...people, 'PLACE', 'EVENT', 'TOPIC'] }

export function fits(type: ToldType, subject: Player, object: Player | undefined): boolean {
  const allowed = kinds.get(type) ?? usual
  return allowed.subject.includes(subject.entity.kind) && (object === undefined || allowed.object.includes(object.entity.kind))
}
