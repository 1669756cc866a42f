// What a clause is, and what is known of a sentence while its clauses are made.
import type { NounPhrase, Token, VerbGroup } from '../draft.ts'
import type { Argument } from './arguments.ts'
import type { Item } from './items.ts'

export interface Clause {
  readonly verb: VerbGroup
  /** Coordinated; empty where the sentence does not say. */
  readonly subjects: readonly NounPhrase[]
  readonly arguments: readonly Argument[]
  /** Index of the clause whose verb governs this one: "refused" of "refused to deploy". */
  readonly governor?: number
  /** The noun that the verb hangs on: "plan" of "the plan to withdraw". */
  readonly noun?: NounPhrase
  /** Index of the clause that reports this one: "said" of "said that US forces must withdraw". */
  readonly reportedBy?: number
  /** Index of the clause before whose subject this one goes on with: "bombed" of "bombed Harl and invaded Kelt". */
  readonly joined?: number
  readonly passive: boolean
  /** "if the United States attacks" */
  readonly conditional: boolean
}

/** A noun and what prepositions tie to it: "talks between Iran and Iraq". */
export interface Nominal {
  readonly phrase: NounPhrase
  readonly arguments: readonly Argument[]
}

export interface Structure {
  /** One for each verb group, in its order. */
  readonly clauses: readonly Clause[]
  readonly nominals: readonly Nominal[]
}

/** A sentence whose clauses are being made, in the order of their verbs. */
export interface Around {
  readonly tokens: readonly Token[]
  readonly items: readonly Item[]
  readonly clauses: readonly Clause[]
  readonly byItem: ReadonlyMap<number, number>
  /** Index of the sentence's first clause. */
  readonly first: number
}
