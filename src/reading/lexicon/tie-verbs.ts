// Verbs of ties that last and of coming and going, in the language of deed-verbs.ts. Ordinary English; no source but the language.
import type { RelationshipType } from '../../model/vocabulary.ts'

export type TieType = Extract<RelationshipType, 'LEFT' | 'LEADS' | 'REPRESENTS' | 'MEMBER_OF' | 'AFFILIATED_WITH' | 'PARTICIPATED_IN' | 'CAUSED'>

export const tieVerbs: Readonly<Record<TieType, string>> = {
  LEFT: 'flee @, flee from, leave @, depart @, depart from, escape from, take off from, emigrate from',
  LEADS: 'head @, lead @, govern @, rule @, chair @, command @, coach @, captain @',
  REPRESENTS: 'represent @, speak for, speak on behalf of',
  MEMBER_OF: 'belong to, join @, rejoin @, serve on, serve in, enlist in, sit on',
  AFFILIATED_WITH: 'work for, work at, play for, sign for, study at, teach at, graduate from, found @, co-found @, own @, acquire @, marry @, divorce @',
  PARTICIPATED_IN: 'attend @, take part in, participate in, compete in',
  CAUSED: 'cause @, trigger @, spark @, provoke @, lead to',
}

/** Of those of ties that last, what is done on one day and lasts from then. */
export const beginning: ReadonlySet<string> = new Set(['join', 'rejoin', 'enlist', 'sign', 'found', 'co-found', 'acquire', 'marry'])

/** Of those of ties that last, what ties people to people. */
export const ofPeople: ReadonlySet<string> = new Set(['marry', 'divorce', 'work'])
