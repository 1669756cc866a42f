// Where the tagger takes a verb of saying for a noun: “Ms Reed notes”, "Hale slams the plan".
import { frames } from './lexicon/cues.ts'
import type { Tagged } from './tagger.ts'
import type { Word } from './words.ts'

/** The tags of a sentence's words, mended. */
export function mended(words: readonly Word[], tags: readonly Tagged[]): readonly Tagged[] {
  return tags.map((tagged, at) => {
    if (tagged.tag !== 'NOUN' && tagged.tag !== 'PROPN') return tagged
    const lemma = verbOf(words[at]?.text ?? '')
    return lemma !== undefined && followsName(words, tags, at) && leadsToContent(words, tags, at) ? { tag: 'VERB' as const, lemma } : tagged
  })
}

/** The lemma of "notes", "slams" as a verb that attributes. */
function verbOf(word: string): string | undefined {
  const lower = word.toLowerCase()
  if (!lower.endsWith('s') || lower.length < 4) return undefined
  return [lower.slice(0, -1), lower.slice(0, -2), `${lower.slice(0, -3)}y`].find(lemma => frames.has(lemma))
}

/** A name or "he" stands before, with no article: "the Reed claims" are a noun. */
function followsName(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const before = words[at - 1]?.text.toLowerCase() ?? ''
  if (/^(?:he|she|who)$/u.test(before)) return true
  let first = at - 1
  while (first >= 0 && tags[first]?.tag === 'PROPN') first--
  if (first === at - 1) return false
  return tags[first]?.tag !== 'DET' && !/^(?:['’]s?|of|in|for|to|by|with|from|and|or)$/u.test(words[first]?.text ?? '')
}

function leadsToContent(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const next = words[at + 1]?.text.toLowerCase() ?? '.'
  if (/^(?:that|to|how|why|what|for|[.,:?!"“‘'])$/u.test(next)) return true
  return /^(?:DET|PRON|PROPN|ADJ|NUM)$/u.test(tags[at + 1]?.tag ?? '')
}
