// Verbs of ties that last and of coming and going, in the language of deed-verbs.ts. Ordinary English; no source but the language.
import type { RelationshipType } from '../../model/vocabulary.ts'

export type TieType = Extract<RelationshipType, 'LEFT' | 'LEADS' | 'REPRESENTS' | 'MEMBER_OF' | 'PARTICIPATED_IN' | 'CAUSED'>

export const tieVerbs: Readonly<Record<TieType, string>> = {
  LEFT: 'flee @, flee from, leave @, depart @, depart from, escape from, take off from, emigrate from',
  LEADS: 'head @, lead @, govern @, rule @, chair @, command @',
  REPRESENTS: 'represent @, speak for, speak on behalf of',
  MEMBER_OF: 'belong to',
  PARTICIPATED_IN: 'attend @, take part in, participate in, compete in',
  CAUSED: 'cause @, trigger @, spark @, provoke @, lead to',
}
