// Who does what a verb says: the subject of a finite one, and of one that another verb governs.
import type { NounPhrase, VerbGroup } from '../draft.ts'
import { boundaryPrepositions, controlsObject, sayingVerbs } from '../lexicon/clause-words.ts'
import { holdingBack } from '../lexicon/governing-verbs.ts'
import type { Around, Clause } from './clause.ts'
import { isDash } from '../syntax.ts'
import { farthest, ownerIn, type Item } from './items.ts'
import { beforeSaying, isSaidBetween, isSaying } from './sayings.ts'

/** No verb looks farther, so that no text takes long: subjects in a list, insertions between commas, clauses before. */
const mostSubjects = 20
const mostInsertions = 4
const mostClauses = 20

export type Governed = Pick<Clause, 'subjects' | 'governor' | 'noun' | 'joined'> & { readonly form?: VerbGroup['form'] }
const nobody: Governed = { subjects: [] }

export function finiteSubject(around: Around, at: number): Governed {
  const before = around.items[at - 1]
  const bare = bareInfinitive(around, at)
  if (bare) return bare
  switch (before?.kind) {
    case 'which':
      return { subjects: antecedent(around, at - 2) }
    case 'that':
      return around.items[at - 2]?.kind === 'noun' ? { subjects: antecedent(around, at - 2) } : nobody
    case 'and':
      return sharedSubject(around, at - 1)
    case 'comma':
      return acrossComma(around, at - 1)
    case 'stop':
      return acrossDash(around, at - 1)
    case 'noun':
    case 'time':
      // "Hale, who as a minister ordered it"
      if (around.items[at - 3]?.kind === 'which' && around.tokens[around.items[at - 2]?.from ?? -1]?.lower === 'as') return { subjects: antecedent(around, at - 4) }
      return { subjects: beforeItsClause(around, at - 1) ?? subjectEndingAt(around, at - 1) }
    default:
      return nobody
  }
}

/** "to help defend Harl", "help him oust the mayor", "let them go": an infinitive without its "to". */
function bareInfinitive({ items, tokens, clauses, byItem }: Around, at: number): Governed | undefined {
  const verb = items[at]?.verb
  const token = tokens[verb?.head ?? -1]
  if (!verb || !token || verb.from !== verb.head || token.lower !== token.lemma || verb.modal !== undefined) return undefined
  // "let inspectors from the agency enter"
  let first = at - 1
  while (first > at - 6 && items[first]?.kind === 'noun' && items[first - 1]?.kind === 'preposition' && items[first - 2]?.kind === 'noun') first -= 2
  const object = items[first]?.kind === 'noun' ? items[first]?.phrase : undefined
  const outer = object ? first - 1 : at - 1
  const governor = items[outer]?.kind === 'verb' ? byItem.get(outer) : undefined
  const clause = clauses[governor ?? -1]
  if (!clause || governor === undefined || !barely.has(tokens[clause.verb.head]?.lemma ?? '')) return undefined
  return { subjects: object ? [object] : clause.subjects, governor, form: 'infinitive' }
}

const barely: ReadonlySet<string> = new Set(['help', 'let', 'make', 'see', 'watch', 'hear', 'have'])

/** Whom "who" takes up: "the Senegalese president, who". */
function antecedent({ items }: Around, from: number): readonly NounPhrase[] {
  let at = items[from]?.kind === 'comma' ? from - 1 : from
  // "the family of Ronald Johnson, who"
  const nearest = items[at]?.phrase
  if (at < from && nearest) return [nearest]
  while (at > 1 && items[at]?.kind === 'noun' && items[at - 1]?.kind === 'preposition' && items[at - 2]?.kind === 'noun') at -= 2
  const phrase = items[at]?.phrase
  return phrase ? [phrase] : []
}

/** "rejected a plan and said": the subject of the verb before. */
function sharedSubject(around: Around, at: number): Governed {
  for (let back = at - 1; back >= Math.max(0, at - farthest); back--) {
    const clause = around.clauses[around.byItem.get(back) ?? -1]
    if (around.items[back]?.kind === 'stop' || around.items[back]?.kind === 'that') return nobody
    if (!clause || (clause.verb.form === 'participle' && around.items[at + 1]?.verb?.form !== 'participle')) continue
    if (isReduced(around, clause)) continue
    // "plans to lift the ban and free prisoners": a bare verb goes on with the infinitive, a finite one with the clause around it.
    const joined = around.byItem.get(back)
    return { subjects: clause.subjects, ...(joined !== undefined && { joined }), ...(goesOn(around, at + 1, clause) && { form: clause.verb.form, ...(clause.governor !== undefined && { governor: clause.governor }) }) }
  }
  return nobody
}

/** "met relatives of those killed on Thursday and said": the verb of a noun that another verb has already. */
function isReduced({ clauses, first }: Around, { verb, subjects }: Clause): boolean {
  if (verb.form !== 'finite' || verb.from !== verb.head) return false
  const own = subjects.at(-1)
  return clauses.slice(Math.max(first, clauses.length - mostClauses)).some(clause => clause.verb.head < verb.head && clause.arguments.some(({ phrases }) => phrases.some(({ head }) => head === own?.head)))
}

/** Whether the verb is in the same form as the one that it is coordinated with, and so governed with it. */
function goesOn({ tokens, items }: Around, at: number, { verb: before }: Clause): boolean {
  const verb = items[at]?.verb
  const token = verb && tokens[verb.head]
  if (before.form === 'participle') return verb?.form === 'participle'
  return before.form === 'infinitive' && token !== undefined && token.lower === token.lemma && verb?.modal === undefined
}

/** "Pakistan, a key ally in the war, has refused": what stands between two commas belongs to the noun before them. */
function acrossComma(around: Around, comma: number): Governed {
  const { items } = around
  let relative = false
  let tried = 0
  for (let at = comma - 1; at >= Math.max(1, comma - farthest); at--) {
    const item = items[at]
    if (item?.kind === 'stop') break
    if (item?.kind === 'verb' && item.verb?.form === 'finite') relative = true
    if (item?.kind !== 'comma') continue
    if (relative && isSaidBetween(around, at, comma)) relative = false
    const inside = items[at + 1]
    if (items[at - 1]?.kind !== 'noun' && items[at - 1]?.kind !== 'time') continue
    if ((relative && inside?.kind !== 'which') || ++tried > mostInsertions) break
    const subjects = subjectEndingAt(around, at - 1)
    if (subjects.length > 0) return { subjects }
  }
  // "may bomb Harl, invade Kelt and …"
  if (isListOfBare(around, comma)) return sharedSubject(around, comma)
  // "came, saw and won"
  const later = items.slice(comma + 1, comma + farthest).findIndex(item => item.kind === 'and')
  return later > 0 && items[comma + 2 + later]?.kind === 'verb' ? sharedSubject(around, comma) : nobody
}

/** "may bomb Harl, | invade Kelt", "vowed to leave it, | expel its envoy": a bare verb behind a comma goes on with a modal or an infinitive. */
function isListOfBare({ items, tokens, clauses, byItem }: Around, comma: number): boolean {
  const verb = items[comma + 1]?.verb
  const token = verb && tokens[verb.head]
  if (!verb || !token || verb.from !== verb.head || verb.modal !== undefined || token.lower !== token.lemma) return false
  for (let at = comma - 1; at >= Math.max(0, comma - farthest); at--) {
    const kind = items[at]?.kind
    if (kind === 'noun' || kind === 'preposition' || kind === 'time' || kind === 'and') continue
    const before = clauses[byItem.get(at) ?? -1]?.verb
    return before !== undefined && (before.form === 'infinitive' || before.modal !== undefined)
  }
  return false
}

/** "Kelt – the mayor said – bombed": only of a saying set in between two dashes. */
function acrossDash(around: Around, dash: number): Governed {
  const { items, tokens } = around
  const isDashAt = (at: number): boolean => isDash(tokens[items[at]?.from ?? -1]?.text ?? '')
  if (!isDashAt(dash)) return nobody
  for (let at = dash - 1; at >= Math.max(1, dash - farthest); at--) {
    if (items[at]?.kind === 'stop') return isDashAt(at) && isSaidBetween(around, at, dash) && (items[at - 1]?.kind === 'noun' || items[at - 1]?.kind === 'time') ? { subjects: subjectEndingAt(around, at - 1) } : nobody
  }
  return nobody
}

/** "The man who killed Reed | attacked", "the claim that Kelt bombed Harl | angered", "troops holding Harl | attacked": not the object of what hangs on the subject. */
function beforeItsClause(around: Around, last: number): readonly NounPhrase[] | undefined {
  const { items } = around
  const object = rootOf(around, beforeTime(items, last))
  const verb = object === undefined ? undefined : items[object - 1]
  // "intelligence suggesting Kelt bombed Harl": what is said has a subject of its own.
  if (object === undefined || verb?.kind !== 'verb' || isSaying(around, verb)) return undefined
  const [joint, second, third] = [items[object - 2]?.kind, items[object - 3]?.kind, items[object - 4]?.kind]
  if (verb.verb?.form === 'participle') return joint === 'noun' && items[object - 2]?.to === verb.from && around.tokens[verb.verb.head]?.lower.endsWith('ing') ? antecedent(around, object - 2) : undefined
  if ((joint === 'which' || joint === 'that') && second === 'noun') return antecedent(around, object - 3)
  return joint === 'noun' && second === 'that' && third === 'noun' ? antecedent(around, object - 4) : undefined
}

/** The subject whose last phrase is at this item, with those it is coordinated with. */
function subjectEndingAt(around: Around, last: number): readonly NounPhrase[] {
  const { items } = around
  const at = beforeTime(items, last)
  const found = rootOf(around, at)
  if (found === undefined) return []
  const phrases: NounPhrase[] = []
  const own = items[found]?.phrase
  if (own) phrases.unshift(own)
  // "Obama, Mr Cameron and Renzi met": only where nothing before the list could have it as object.
  for (let from = found; phrases.length < mostSubjects; ) {
    let before = from - 1
    if (items[before]?.kind === 'and') before--
    else if (!(phrases.length > 1 && items[before]?.kind === 'comma')) break
    if (items[before]?.kind === 'comma') before--
    const root = items[before]?.kind === 'noun' ? rootOf(around, before) : undefined
    const phrase = root === undefined ? undefined : items[root]?.phrase
    if (root === undefined || !phrase || (phrases.length === 1 && !isFree(around, root))) break
    // "talks between Iran and Iraq failed", "the leaders of Iran and Iraq met": the list belongs to the preposition.
    if (root !== before && phrases.length === 1 && isBareName(around, before) && isBareName(around, found)) return [phrase]
    phrases.unshift(phrase)
    from = root
  }
  return phrases
}

function isBareName({ items, tokens }: Around, at: number): boolean {
  const phrase = items[at]?.phrase
  return phrase !== undefined && tokens.slice(phrase.from, phrase.to).every(({ tag, lower }) => tag === 'PROPN' || lower === 'the')
}

/** The item before "on Tuesday". */
function beforeTime(items: readonly Item[], last: number): number {
  let at = last
  while (items[at]?.kind === 'time') at -= items[at - 1]?.kind === 'preposition' ? 2 : 1
  return at
}

/** "rebels" of "rebels in the Ivory Coast on Tuesday"; absent where the phrase hangs on a verb. */
function rootOf({ items, tokens }: Around, from: number): number | undefined {
  let at = from
  for (let steps = 0; steps < farthest && at > 0; steps++) {
    const before = items[at - 1]
    if (before?.kind !== 'preposition') break
    if (boundaryPrepositions.has(tokens[before.from]?.lower ?? '')) break
    let outer = beforeTime(items, at - 2)
    // "along with its allies": two prepositions for one.
    if (items[outer]?.kind === 'preposition') outer--
    // "hackers angered by the cartoons have defaced": a verb that belongs to the noun before it.
    if (items[outer]?.kind === 'verb' && items[outer - 1]?.kind === 'noun' && items[outer]?.verb?.from === items[outer]?.verb?.head) outer--
    if (items[outer]?.kind !== 'noun') return undefined
    at = outer
  }
  return items[at]?.kind === 'noun' ? at : undefined
}

/** Whether nothing before the phrase can have it as its object. */
function isFree({ items, tokens }: Around, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - farthest); back--) {
    const item = items[back]
    if (!item || item.kind === 'stop' || item.kind === 'that' || item.kind === 'which') return true
    if (item.kind === 'verb') return sayingVerbs.has(tokens[item.verb?.head ?? -1]?.lemma ?? '')
    if (item.kind === 'preposition' && back === at - 1) return boundaryPrepositions.has(tokens[item.from]?.lower ?? '')
  }
  return true
}

/** "refused to deploy", "urged Hamas to renounce", "plans to withdraw", "by dumping", "forces occupying". */
export function governedSubject(around: Around, at: number): Governed {
  const { items, tokens, clauses, byItem, first } = around
  const before = items[at - 1]
  const verb = items[at]?.verb
  if (before?.kind === 'verb') return governedBy(around, byItem.get(at - 1))
  if (before?.kind === 'and') return sharedSubject(around, at - 1)
  const opening = verb?.form === 'participle' ? ofOpening(around, at) : undefined
  if (opening) return { subjects: [opening] }
  // "had written to the minister asking him to go": who wrote asks.
  const isToSomebody = items[at - 2]?.kind === 'preposition' && tokens[items[at - 2]?.from ?? -1]?.lower === 'to' && /^(?:ask|urge|beg|implore|invite|demand|request|tell|warn|thank|accuse)$/u.test(tokens[verb?.head ?? -1]?.lemma ?? '')
  if (before?.kind === 'noun' && verb?.form === 'participle' && before.phrase && !isToSomebody) return { subjects: [before.phrase], noun: before.phrase }
  for (let back = beforeSaying(around, at); back >= Math.max(0, at - farthest); back--) {
    const item = items[back]
    if (!item || item.kind === 'stop' || item.kind === 'which') return nobody
    const index = item.kind === 'verb' ? byItem.get(back) : undefined
    const clause = index === undefined || index < first ? undefined : clauses[index]
    if (!clause) continue
    const direct = clause.arguments.find(({ preposition }) => preposition === undefined)
    const noun = before?.kind === 'noun' ? before.phrase : undefined
    const lemma = tokens[clause.verb.head]?.lemma ?? ''
    // "kept Kelt from joining"
    const isHeldBack = before?.kind === 'preposition' && tokens[before.from]?.lower === 'from' && holdingBack.has(lemma) && (clause.passive || direct !== undefined)
    if (controlsObject.has(lemma) || isHeldBack) {
      const called = clause.arguments.find(({ preposition }) => preposition === 'on' || preposition === 'for')
      const object = clause.passive ? clause.subjects : (direct ?? called)?.phrases
      return { subjects: object ?? [], ...(index !== undefined && { governor: index }) }
    }
    // "Iraq's efforts to destroy": whose efforts they are.
    const owner = noun && ownerIn(tokens, noun)
    // "blamed Kelt for its decision not to sue": Kelt's.
    if (noun && direct && tokens[noun.from]?.lower === 'its' && /^(?:for|over)$/u.test(tokens[noun.from - 1]?.lower ?? '')) return { ...governedBy(around, index), subjects: direct.phrases, noun }
    return { ...governedBy(around, index), ...(owner && { subjects: [owner] }), ...(noun && { noun }) }
  }
  return nobody
}

/** "After bombing Harl, | Kelt left": behind the comma whoever does both; not "instead of bombing". */
function ofOpening({ items, tokens }: Around, at: number): NounPhrase | undefined {
  if (at > 1 || (at === 1 && !/^(?:after|before|since|while|by)$/u.test(tokens[items[0]?.from ?? -1]?.lower ?? '')) || !tokens[items[at]?.verb?.head ?? -1]?.lower.endsWith('ing')) return undefined
  const comma = items.findIndex(({ kind }, index) => index > at && (kind === 'comma' || kind === 'verb'))
  const [subject, verb] = [items[comma + 1], items[comma + 2]]
  return items[comma]?.kind === 'comma' && items[comma]?.to === subject?.from && verb?.verb?.form === 'finite' ? subject?.phrase : undefined
}

function governedBy({ clauses }: Around, governor: number | undefined): Governed {
  const clause = clauses[governor ?? -1]
  return clause && governor !== undefined ? { subjects: clause.subjects, governor } : nobody
}
