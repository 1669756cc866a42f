// What becomes of a deed in words that somebody denies, dismisses or never said: "denied that it had bombed Harl" tells of no bombing.
import type { ReadStatement } from '../../model/reading.ts'
import type { Draft } from '../draft.ts'
import { refuting, rejecting } from '../lexicon/complements.ts'
import { syntaxOf } from '../syntax.ts'
import type { Deed } from './deed.ts'
import { tokenAt } from './said.ts'

/** What a deed is asked for: its verb or noun, and how it is told. */
type Told = Pick<Deed, 'head' | 'rule' | 'modality' | 'within'>

/** The deed as somebody's words tell it; undefined where they tell nothing of it. */
export function asTold<Given extends Told>(draft: Draft, deed: Given, { statement }: { readonly statement?: ReadStatement }): Given | undefined {
  if (!statement) return deed
  if (deed.within) return statement.modality === 'NEGATED' || isDoubted(draft, statement) ? undefined : deed
  // "did not say that", "wrongly said that"
  if (statement.modality === 'NEGATED' || isDoubted(draft, statement)) return undefined
  // "if she said that", "did she say that …?", "fears that", "wishes that"
  if (statement.modality === 'POSSIBLE' || ((statement.act === 'FEAR' || statement.act === 'HOPE') && isClause(draft, deed))) return deed.modality === 'ACTUAL' ? { ...deed, modality: 'POSSIBLE' } : deed
  if (!isClause(draft, deed)) return deed
  if (isDenial(draft, deed, statement)) return deed.modality === 'ACTUAL' || deed.modality === 'PLANNED' ? { ...deed, modality: 'NEGATED' } : undefined
  // "dismissed reports that": nobody's words, and denied by him who speaks of them.
  const around = draft.statements.find(({ ref }) => ref === statement.reportedIn)
  return statement.speakers.length === 0 && around && isDenial(draft, deed, around) ? undefined : deed
}

/** "attacked", and not "a request to attack"; what is quoted is said as it stands: “We did not attack them,” she denied. */
function isClause(draft: Draft, { head, rule }: Told): boolean {
  const syntax = syntaxOf(draft)
  return rule !== 'DEED_NOUN' && syntax.verbAt(head)?.form !== 'infinitive' && syntax.quotationAt(head) < 0
}

function isDenial({ tokens }: Draft, { head }: Told, { act, cue }: ReadStatement): boolean {
  const at = tokens[head]?.start ?? 0
  return (act === 'DENY' || act === 'REFUSE') && cue !== undefined && cue.end <= at
}

/** The article's own word that it is not so, or somebody else's. */
function isDoubted(draft: Draft, { cue, content }: ReadStatement): boolean {
  if (cue && /\b(?:wrongly|falsely|mistakenly|erroneously|untruthfully)\b/iu.test(cue.text)) return true
  // "called the report that Kelt had bombed Harl a lie"
  if (content.some(({ text }) => /\b(?:a lie|an? (?:outright|utter|complete|total) (?:lie|fabrication|falsehood)|false|untrue|nonsense|a fabrication|fake)$/u.test(text))) return true
  const last = content.at(-1)
  return last !== undefined && isRefuted(draft, tokenAt(draft, last.end))
}

/** "The claim that Kelt had bombed Harl | is false", "| was rejected" */
function isRefuted(draft: Draft, at: number): boolean {
  const syntax = syntaxOf(draft)
  const verb = syntax.verbAt(at)
  if (!verb || verb.from !== at || verb.negated) return false
  const lemma = syntax.token(verb.head)?.lemma ?? ''
  if (verb.passive) return rejecting.has(lemma)
  return lemma === 'be' && [0, 1, 2].some(step => refuting.has(syntax.word(verb.to + step)))
}
