// Who the subject of a verb is, what its objects are: from the order of phrases alone, without a tree.
// A clause that is not understood has no subject; nothing is guessed from far away.
import { argumentsOf, type Argument } from './clauses/arguments.ts'
import type { Around, Clause, Nominal, Structure } from './clauses/clause.ts'
import { farthest, itemsOf, type Item } from './clauses/items.ts'
import { finiteSubject, governedSubject } from './clauses/subjects.ts'
import type { Draft, NounPhrase, VerbGroup } from './draft.ts'
import { conditions, sayingVerbs, states } from './lexicon/clause-words.ts'

/** The clauses of the text, and those of its nouns that are asked for. */
export function structureOf(draft: Draft, isWanted: (phrase: NounPhrase) => boolean): Structure {
  const { clauses, sentences } = made.get(draft.verbGroups) ?? read(draft)
  const nominals: Nominal[] = []
  for (const items of sentences) {
    let at = 0
    for (const { phrase } of items) {
      if (phrase && isWanted(phrase)) nominals.push({ phrase, arguments: argumentsOf(draft.tokens, items, at) })
      at++
    }
  }
  return { clauses, nominals }
}

/** The clauses of the text alone. */
export function clausesOf(draft: Draft): readonly Clause[] {
  return (made.get(draft.verbGroups) ?? read(draft)).clauses
}

interface Made {
  readonly clauses: readonly Clause[]
  /** The items of each sentence. */
  readonly sentences: readonly (readonly Item[])[]
}

/** Several passes ask for the same. */
const made = new WeakMap<Draft['verbGroups'], Made>()

function read(draft: Draft): Made {
  const clauses: Clause[] = []
  const sentences: (readonly Item[])[] = []
  let noun = 0
  let verb = 0
  for (const sentence of draft.sentences) {
    const nouns: NounPhrase[] = []
    const verbs: VerbGroup[] = []
    for (let next = draft.nounPhrases[noun]; next && next.from < sentence.to; next = draft.nounPhrases[++noun]) nouns.push(next)
    for (let next = draft.verbGroups[verb]; next && next.from < sentence.to; next = draft.verbGroups[++verb]) verbs.push(next)
    const items = itemsOf(draft.tokens, sentence, nouns, verbs)
    sentences.push(items)
    const first = clauses.length
    const byItem = new Map<number, number>()
    const around = { tokens: draft.tokens, items, clauses, byItem, first }
    for (const [at, item] of items.entries()) {
      if (!item.verb) continue
      byItem.set(at, clauses.length)
      clauses.push(clauseOf(around, at, item.verb))
    }
  }
  const whole = { clauses, sentences }
  made.set(draft.verbGroups, whole)
  return whole
}

function clauseOf(around: Around, at: number, verb: VerbGroup): Clause {
  const own = argumentsOf(around.tokens, around.items, at)
  const taken = own.some(({ preposition }) => preposition === undefined) || verb.passive ? undefined : takenUp(around, at)
  const args = taken ? [taken, ...own] : own
  // "a communique agreed by the leaders condemned": a past form behind its noun and before "by" is passive.
  const reduced = !verb.passive && verb.form === 'finite' && verb.from === verb.head && around.items[at - 1]?.kind === 'noun' && args[0]?.preposition === 'by' && /(?:ed|en|wn|nt|pt|ught|un|ld|ck)$/u.test(around.tokens[verb.head]?.lower ?? '')
  const passive = (verb.passive || reduced) && !states.has(around.tokens[verb.head]?.lower ?? '')
  const behind = reduced ? around.items[at - 1]?.phrase : undefined
  const found = behind ? { subjects: [behind] } : verb.form === 'finite' ? finiteSubject(around, at) : governedSubject(around, at)
  const reportedBy = found.governor === undefined ? reporterOf(around, at, found.subjects) : undefined
  const { form, subjects, governor, noun, joined } = found
  // All have the same fields, in the same order: they are asked for all the time.
  return { verb: form === undefined ? verb : { ...verb, form }, subjects, arguments: args, governor, noun, reportedBy, joined, passive, conditional: isConditional(around, at, subjects) }
}

/** "Harl, which Kelt | bombed": what "which" takes up is the object, where the clause has a subject and no other; not "which Kelt | tried to bomb". */
function takenUp({ items, tokens }: Around, verb: number): Argument | undefined {
  const which = items[verb - 2]
  if (items[verb]?.verb?.form !== 'finite' || items[verb + 1]?.kind === 'verb' || items[verb - 1]?.kind !== 'noun' || which?.kind !== 'which' || items[verb - 3]?.kind === 'preposition' || tokens[which.from]?.lower === 'whose') return undefined
  const phrase = items[items[verb - 3]?.kind === 'comma' ? verb - 4 : verb - 3]?.phrase
  return phrase && { at: phrase.from, phrases: [phrase] }
}

/** The clause of saying that this finite clause directly follows: "demanded that Hamas", "said on Friday they". */
function reporterOf({ items, tokens, byItem }: Around, verb: number, subjects: readonly NounPhrase[]): number | undefined {
  const first = subjects[0]
  if (!first) return undefined
  let at = verb - 1
  while (at > 0 && (items[at]?.from ?? 0) > first.from) at--
  if (items[at]?.from !== first.from) return undefined
  at--
  const that = items[at]?.kind === 'that'
  if (that) at--
  for (let steps = 0; steps < 6; steps++, at--) {
    const item = items[at]
    if (item?.kind === 'verb') return that || sayingVerbs.has(tokens[item.verb?.head ?? -1]?.lemma ?? '') ? byItem.get(at) : undefined
    if (item?.kind !== 'time' && item?.kind !== 'preposition' && !(that && item?.kind === 'noun')) return undefined
  }
  return undefined
}

function isConditional({ items, tokens }: Around, verb: number, subjects: readonly NounPhrase[]): boolean {
  const from = subjects[0]?.from ?? 0
  for (let at = verb - 1; at >= Math.max(0, verb - farthest); at--) {
    const item = items[at]
    // "if it attacks", "as though it had attacked"
    if (item && item.from < from) return conditions.has(tokens[item.from]?.lower ?? '') || (tokens[item.from]?.lower === 'though' && tokens[item.from - 1]?.lower === 'as') || (tokens[from - 1]?.lower === 'though' && tokens[from - 2]?.lower === 'as')
  }
  return false
}
