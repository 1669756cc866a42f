// Whether force is meant: "Trump attacked Clinton" is no assault, "Kelt attacked Ostland" is.
import type { Draft } from '../draft.ts'
import type { DeedType } from '../lexicon/deed-verbs.ts'
import { electoral, figurative, forceful, inElections, inMatches, sporting, weak } from '../lexicon/force.ts'
import type { Player } from './cast.ts'
import type { Deed } from './deed.ts'
import { lemmasOf } from './patterns.ts'

/** "Attacked" may be with words alone, "hit", "fought" and "destroyed" with nothing at all; what else stands in the sentence tells. */
export function forceOf(draft: Draft, verb: number): DeedType | undefined {
  const { tokens, sentences } = draft
  const head = tokens[verb]
  const sentence = sentences[head?.sentence ?? -1]
  if (!head || !sentence) return undefined
  const lemmas = lemmasOf(head)
  if (!lemmas.some(lemma => figurative.has(lemma))) return 'ASSAULT'
  if (isOverWords(draft, verb)) return lemmas.includes('attack') ? 'ACCUSE' : undefined
  const ballots = isOfElection(draft)
  const most = Math.min(sentence.to, verb + 60)
  for (let at = Math.max(sentence.from, verb - 60); at < most; at++) {
    const { lower = '', lemma = '' } = tokens[at] ?? {}
    if (at !== verb && (forceful.has(lower) || forceful.has(lemma)) && !(ballots && weak.has(lower))) return 'ASSAULT'
  }
  return lemmas.includes('attack') ? 'ACCUSE' : undefined
}

/** "hit Mr Hale over guns", "attacked him for his plan", "for saying": with words. */
function isOverWords({ tokens }: Draft, verb: number): boolean {
  if (!lemmasOf(tokens[verb] ?? { lemma: '', lower: '' }).some(lemma => lemma === 'hit' || lemma === 'attack')) return false
  for (let at = verb + 1; at < verb + 8 && tokens[at]?.sentence === tokens[verb]?.sentence && tokens[at]?.tag !== 'PUNCT'; at++) {
    const next = tokens[at + 1]
    if (tokens[at]?.lower === 'over' && next?.tag !== 'NUM' && !/^(?:the|a|an)$/u.test(next?.lower ?? '')) return true
    if (tokens[at]?.lower === 'for' && (/^(?:his|her|their|its|not|having)$/u.test(next?.lower ?? '') || next?.lower.endsWith('ing') === true)) return true
    // "hit Mr Hale on guns"
    if (tokens[at]?.lower === 'on' && next?.tag === 'NOUN' && next.lower.endsWith('s') && tokens[at - 1]?.tag === 'PROPN') return true
  }
  return false
}

/** "Kelt were crushing Ostland": in a text that tells of a match, and not of force in the same sentence. */
export function isOfMatch(draft: Draft, verb: number): boolean {
  const { tokens, written, sentences } = draft
  const head = tokens[verb]
  const sentence = sentences[head?.sentence ?? -1]
  if (!head || !sentence) return false
  const lemmas = lemmasOf(head)
  const played = lemmas.some(lemma => inMatches.has(lemma)) && countOf(sporting, written) >= fewestSporting
  // "captured Iowa", "crushed his rival"
  if (!played && !(lemmas.some(lemma => inElections.has(lemma)) && isOfElection(draft))) return false
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + 80); at++) if (at !== verb && forceful.has(tokens[at]?.lower ?? '') && !weak.has(tokens[at]?.lower ?? '')) return false
  return true
}

/** Whether a text tells of an election. */
function isOfElection({ written }: Draft): boolean {
  return countOf(electoral, written) >= fewestElectoral
}

function countOf(words: ReadonlySet<string>, written: ReadonlySet<string>): number {
  let found = 0
  for (const word of words) if (written.has(word)) found++
  return found
}

/** Of the words of matches so many tell that a text is of one. */
const fewestSporting = 3
/** Of those of elections. */
const fewestElectoral = 4

/** Of two states "attacked" is force, but not "attacked Kelt over its laws", "verbally", "in a speech". */
export function isForceOfStates({ tokens }: Draft, { type, head, label, rule }: Deed, actor: Player, target: Player | undefined): boolean {
  if (type !== 'ACCUSE' || rule !== 'DEED_VERB' || tokens[head]?.lemma !== 'attack' || !isState(actor) || !target || !isState(target)) return false
  for (let at = label.from; at < head; at++) if (inWords.has(tokens[at]?.lower ?? '')) return false
  const to = Math.max(label.to, actor.words.to, target.words.to)
  for (let at = to; at < to + 3 && tokens[at]?.sentence === tokens[head]?.sentence; at++) if (inWords.has(tokens[at]?.lower ?? '')) return false
  return true
}

/** Named itself, and not through something of its own. */
function isState({ entity, by }: Player): boolean {
  return by === 'head' && entity.kind === 'COUNTRY'
}

const inWords: ReadonlySet<string> = new Set(['over', 'for', 'as', 'verbally', 'sharply', 'strongly', 'fiercely', 'publicly', 'bitterly', 'openly', 'harshly', 'speech', 'statement', 'article', 'verdict', 'twitter', 'media'])
