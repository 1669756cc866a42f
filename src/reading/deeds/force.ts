// Whether force is meant: "Trump attacked Clinton" is no assault, "Kelt attacked Ostland" is.
import type { Draft } from '../draft.ts'
import type { DeedType } from '../lexicon/deed-verbs.ts'
import { figurative, forceful, inMatches, sporting } from '../lexicon/force.ts'
import type { Player } from './cast.ts'
import type { Deed } from './deed.ts'
import { lemmasOf } from './patterns.ts'

/** "Attacked" may be with words alone, "hit", "fought" and "destroyed" with nothing at all; what else stands in the sentence tells. */
export function forceOf({ tokens, sentences }: Draft, verb: number): DeedType | undefined {
  const head = tokens[verb]
  const sentence = sentences[head?.sentence ?? -1]
  if (!head || !sentence) return undefined
  const lemmas = lemmasOf(head)
  if (!lemmas.some(lemma => figurative.has(lemma))) return 'ASSAULT'
  const most = Math.min(sentence.to, verb + 60)
  for (let at = Math.max(sentence.from, verb - 60); at < most; at++) {
    if (at !== verb && (forceful.has(tokens[at]?.lower ?? '') || forceful.has(tokens[at]?.lemma ?? ''))) return 'ASSAULT'
  }
  return lemmas.includes('attack') ? 'ACCUSE' : undefined
}

/** "Kelt were crushing Ostland": in a text that tells of a match, and not of force in the same sentence. */
export function isOfMatch({ tokens, written, sentences }: Draft, verb: number): boolean {
  const head = tokens[verb]
  const sentence = sentences[head?.sentence ?? -1]
  if (!head || !sentence || !lemmasOf(head).some(lemma => inMatches.has(lemma))) return false
  let found = 0
  for (const word of sporting) if (written.has(word)) found++
  if (found < fewestSporting) return false
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + 80); at++) if (at !== verb && forceful.has(tokens[at]?.lower ?? '') && !/^(?:force|front|target|targets|dead|death|squad|fire)$/u.test(tokens[at]?.lower ?? '')) return false
  return true
}

/** Of the words of matches so many tell that a text is of one. */
const fewestSporting = 3

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
