// Deeds as PLOVER codes them. It has no modality: what is meant to be done is an agreement or a threat, what is left undone a refusal.
// What is only asked for, or may be, and what an accusation or a demand is about, it does not code apart.
import type { ReadRelationship } from './model/reading.ts'
import { relationshipTypes, type RelationshipType } from './model/vocabulary.ts'

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
  return [...found.values()]
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
      // "attempted to assassinate"
      return type === 'ASSAULT' ? type : undefined
    default:
      return undefined
  }
}
