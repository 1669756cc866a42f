// Where the tagger takes a verb for a noun by its form alone, or a noun for a verb: “fumed: “…””, "forgave", "Works council chief".
import { frames } from './lexicon/cues.ts'
import type { Tagged } from './tagging/pieces.ts'
import type { Word } from './words.ts'

/** "Works council chief Ola Berg": no sentence begins with such a verb, but one of saying. */
export function heading(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  return at === 0 && words[at]?.lower === `${lemma}s` && tags[1]?.tag === 'NOUN' && !frames.has(lemma) ? { tag: 'NOUN', lemma } : undefined
}

/** "he has notes that nobody has": no participle ends so. */
export function had(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  return /^(?:has|have|had)$/u.test(words[at - 1]?.lower ?? '') && words[at]?.text === `${lemma}s` ? { tag: 'NOUN', lemma } : undefined
}

/** "Ann Reed fumed: “…”": behind a name and before marks or a colon stands a verb. */
export function saidAtMarks(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const next = words[at + 1]?.text ?? ''
  return tags[at - 1]?.tag === 'PROPN' && (/^["“]$/u.test(next) || (next === ':' && opensQuotation(words, at + 2))) ? verb(baseOf(words[at]?.text ?? '')) : undefined
}

/** "who never forgave her": past forms that are nothing else. */
export function irregular(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  return verb(pastForms.get(words[at]?.text ?? ''))
}

const pastForms: ReadonlyMap<string, string> = new Map([['forgave', 'forgive'], ['forbade', 'forbid'], ['forgot', 'forget'], ['mistook', 'mistake'], ['overtook', 'overtake'], ['withheld', 'withhold'], ['undertook', 'undertake'], ['misled', 'mislead']])

/** "the dad-of-three told" */
export function ofChildren(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /^(?:dad|mum|mom|father|mother)-of-\p{Ll}+$/u.test(word) ? { tag: 'NOUN', lemma: word } : undefined
}

/** The lemma of "alleged", "reasoning" as a verb that attributes. */
export function baseOf(word: string): string | undefined {
  const stem = /^(?<stem>\p{Ll}{3,20})(?:ed|ing)$/u.exec(word)?.groups?.['stem']
  return stem === undefined ? undefined : [stem, `${stem}e`, stem.slice(0, -1)].find(lemma => frames.has(lemma))
}

export function opensQuotation(words: readonly Word[], at: number): boolean {
  return /^(?:["“]|``)$/u.test(words[at]?.text ?? '')
}

export function verb(lemma: string | undefined): Tagged | undefined {
  return lemma === undefined ? undefined : { tag: 'VERB', lemma }
}
