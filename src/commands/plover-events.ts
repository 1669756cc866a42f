// Deeds as PLOVER codes them. It has no modality: what is meant to be done is an agreement or a threat, what is left undone a refusal.
// What is only asked for, or may be, and what an accusation or a demand is about, it does not code apart.
import type { ReadRelationship } from '../model/reading.ts'
import { relationshipTypes, type RelationshipType } from '../model/vocabulary.ts'

export interface PloverEvent {
  readonly relationship: ReadRelationship
  readonly code: RelationshipType
}

export function ploverOf(relationships: readonly ReadRelationship[]): readonly PloverEvent[] {
  const coded = new Set(relationships.flatMap(({ saying }) => saying ?? []))
  const found = new Map<string, PloverEvent>()
  for (const relationship of relationships) {
    const code = codeOf(relationship)
    if (code === undefined || relationship.voice === 'PRESUPPOSED' || (relationship.statement !== undefined && coded.has(relationship.statement))) continue
    const { subject, object, evidence } = relationship
    const key = JSON.stringify([code, subject, object, evidence[0]?.start])
    if (!found.has(key)) found.set(key, { relationship, code })
  }
  return withoutTolls([...found.values()])
}

/** "shelled the town, killing 20": an attack is coded once, and who died of it is told with it. */
function withoutTolls(events: readonly PloverEvent[]): readonly PloverEvent[] {
  const attacks = new Map<string, ReadRelationship>()
  return events.filter(({ relationship, code }) => {
    if (code !== 'ASSAULT') return true
    const before = attacks.get(relationship.subject)
    const isToll = before !== undefined && /^\p{Ll}+ing$/u.test(relationship.label) && (relationship.evidence[0]?.start ?? 0) < (before.evidence.at(-1)?.end ?? 0)
    if (!isToll) attacks.set(relationship.subject, relationship)
    return !isToll
  })
}

const friendly: ReadonlySet<RelationshipType> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'])
const hostile: ReadonlySet<RelationshipType> = new Set(['THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'])

function codeOf({ type, modality, label }: ReadRelationship): RelationshipType | undefined {
  // The lasting ties are no events.
  if (!relationshipTypes[type].startsWith('PLOVER')) return undefined
  switch (modality) {
    case 'ACTUAL':
      return type
    case 'PLANNED':
      // What something else is done for is told with it: "marched to demand".
      if (/^(?:not )?to /iu.test(label)) return undefined
      return friendly.has(type) ? 'AGREE' : hostile.has(type) ? 'THREATEN' : type
    case 'NEGATED':
      return friendly.has(type) ? 'REJECT' : undefined
    case 'POSSIBLE':
      // An attempt on somebody's life is an attack; what "may have" been done is not told.
      return type === 'ASSAULT' && /\b(?:tried|tr(?:y|ies|ying)|attempt(?:s|ed|ing)?) to\b/u.test(label) ? type : undefined
    default:
      return undefined
  }
}
