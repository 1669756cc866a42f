// How well texts answer to words: BM25, as search engines rank, over the texts that are looked at.

/** What is looked for, and how rare it is: of how many texts so many have it. */
export interface Sought {
  readonly word: string
  readonly having: number
  readonly among: number
}

/** How soon another occurrence tells no more, and how much a long text counts for less. */
const saturation = 1.2
const byLength = 0.75

/** For each text. Every one holds the words somewhere, though perhaps not in what is given of it. */
export function relevance(words: readonly Sought[], texts: readonly string[]): readonly number[] {
  const sought = words.map(({ word, having, among }) => ({
    parts: foldText(word).match(/[\p{L}\p{N}]+/gu) ?? [],
    rarity: Math.log(1 + (among - having + 0.5) / (having + 0.5)),
  }))
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  return texts.map(text => {
    const folded = foldText(text)
    const length = saturation * (1 - byLength + byLength * text.length / mean)
    return sought.reduce((sum, { parts, rarity }) => {
      const times = occurrences(folded, parts)
      return sum + rarity * times * (saturation + 1) / (times + length)
    }, 0)
  })
}

/** As the index compares words: without case and accents. Most texts have neither accents nor other letters than these. */
function foldText(text: string): string {
  return (/[^\x20-\x7e]/.test(text) ? text.normalize('NFD').replace(/\p{M}+/gu, '') : text).toLowerCase()
}

/** How often the parts stand in the text one behind the other, as words of their own. */
function occurrences(text: string, [first, ...others]: readonly string[]): number {
  if (!first) return 0
  let times = 0
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + first.length)) {
    if (isLetter(text, at - 1) || isLetter(text, at + first.length)) continue
    let end = at + first.length
    const follows = others.every(other => {
      while (end < text.length && !isLetter(text, end)) end++
      const isThere = text.startsWith(other, end) && !isLetter(text, end + other.length)
      end += other.length
      return isThere
    })
    if (follows) times++
  }
  return times
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  return at >= 0 && at < text.length && (code >= 0xd800 && code < 0xe000 || /[\p{L}\p{N}]/u.test(text.charAt(at)))
}
