// Parts of speech and lemmas, by wink-nlp and its English model.
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Tag } from './draft.ts'
import { remembered } from './remembered.ts'
import { longest } from './spelling.ts'

export interface Tagged {
  readonly tag: Tag
  readonly lemma: string
}

/** wink remembers every word it ever saw. A new one is begun after so many words, so that memory does not grow with what is read; the first with the first words, as a text in another language has no need of it. */
const wordsPerModel = 2_000_000
/** Words looked at together, at most; a longer sentence is looked at alone. */
const together = 300

let nlp: ReturnType<typeof begin> | undefined
let seen = 0

function begin() {
  const { readDoc, its } = winkNLP(model, ['pos'])
  // It numbers words as it first sees them, behind all those of its dictionary.
  const numbersOf = (word: string): readonly number[] => readDoc(word).tokens().out(its.uniqueId as unknown as typeof its.value) as unknown as readonly number[] // wink's types know no numbers
  return { readDoc, its, numbersOf, firstUnknown: Math.max(...numbersOf('qzqxzq')) }
}

/** Whether the dictionary of wink's model has it, or all parts of it, in small letters: some 87,000 words and their forms, next to none of them names alone. */
export const isInDictionary = remembered((lower: string): boolean => {
  const { numbersOf, firstUnknown } = (nlp ??= begin())
  return numbersOf(shownAs(lower)).every(number => number < firstUnknown)
}, 10_000)

/** The tags of the words of sentences, one for each. Short sentences are looked at together, as each look has its price. */
export function tagsOf(sentences: readonly (readonly string[])[]): readonly (readonly Tagged[])[] {
  const tagged: (readonly Tagged[])[] = []
  let waiting: (readonly string[])[] = []
  let words: string[] = []
  const look = (): void => {
    const found = tagsOfStretch(words)
    let from = 0
    for (const { length } of waiting) tagged.push(found.slice(from, (from += length)))
    waiting = []
    words = []
  }
  for (const sentence of sentences) {
    if (words.length + sentence.length > together) look()
    waiting.push(sentence)
    words.push(...sentence)
  }
  look()
  return tagged
}

function tagsOfStretch(words: readonly string[]): readonly Tagged[] {
  seen += words.length
  if (!nlp || seen > wordsPerModel) {
    nlp = begin()
    seen = words.length
  }
  // Our words, so that wink cuts where we do; a clitic stands at its word, as wink expects it.
  const ends: number[] = []
  let [sent, before] = ['', '']
  let letters = 0
  for (const word of words) {
    const shown = shownAs(word)
    // A row of marks is none: as one long word it would take wink a time that grows with its square.
    sent += isClitic(shown) && shown !== before ? shown : ` ${shown}`
    before = shown
    letters += shown.length
    ends.push(letters)
  }
  const tokens = nlp.readDoc(sent).tokens()
  const values = tokens.out()
  const tags = tokens.out(nlp.its.pos) as unknown as readonly Tag[] // wink's types know no tag by name
  const lemmas = tokens.out(nlp.its.lemma as unknown as typeof nlp.its.value) as readonly string[]
  const tagged: Tagged[] = []
  let at = 0
  let end = 0
  for (let index = 0; index < words.length; index++) {
    const begin = at
    // wink may cut one of our words in several: the last that is no mark speaks for it ("re-elect"); of "don’t" the first.
    let best = begin
    while (at < values.length && end < (ends[index] ?? 0)) {
      if (tags[at] !== 'PUNCT' && !(tags[at] === 'PART' && at > begin)) best = at
      end += values[at]?.length ?? 0
      at++
    }
    const tag = at > begin ? tags[best] : undefined
    const lemma = at === begin + 1 ? lemmas[best] : lemmaOfParts(lemmas.slice(begin, at))
    tagged.push({ tag: tag ?? 'X', lemma: lemma ?? words[index]?.toLowerCase() ?? '' })
  }
  return tagged
}

/**
 * What wink is shown of a word: nothing that it would keep as a word of its own and then take for one where it stands with more:
 * of “my-friend’s-house” it would remember “friend’s”, and cut “friend’s” no more in any text that follows.
 */
function shownAs(word: string): string {
  if (word.length > longest || word.includes('\u{FEFF}')) return 'x'
  return word.includes('-') ? word.replaceAll(/['’]/gu, '') || word : word
}

/** "do" of "don’t"; of other words in parts there is no lemma. */
function lemmaOfParts(lemmas: readonly string[]): string | undefined {
  return lemmas.length === 2 && lemmas[1] === 'not' ? lemmas[0] : undefined
}

function isClitic(word: string): boolean {
  return (word.startsWith("'") || word.startsWith('’')) && /^.\p{L}/u.test(word)
}
