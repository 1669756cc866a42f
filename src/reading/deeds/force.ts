// Whether force is meant: "Trump attacked Clinton" is no assault.
import type { Draft } from '../draft.ts'
import type { DeedType } from '../lexicon/deed-verbs.ts'
import { figurative, forceful } from '../lexicon/force.ts'
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
