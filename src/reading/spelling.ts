// What a word tells by its letters alone: asked of the same words again and again, so told once for each spelling, from text to text.
import { interned, remembered } from './remembered.ts'

export interface Spelling {
  readonly text: string
  readonly lower: string
  /** Begins as a name does: "Hale", "al-Assad", "d’Artois". */
  readonly capital: boolean
  /** May begin a name that is known: with a capital or a figure, or as "the Kremlin" and "al-Qaeda" do. */
  readonly opensName: boolean
  /** Letters before its clitic: 4 of "Hale’s"; 0 where it has none. */
  readonly stem: number
}

/** No word that is looked into is longer; what is, is a hash, an address or an attack. */
export const longest = 60

/** Words of one spelling share it: look-ups then know a word by its place in memory, and read its letters no more. */
export function spellingOf(word: string): Spelling {
  return word.length > longest ? spell(word) : known(word)
}

const known = remembered(spell, 30_000)

const capital = /^(?:\p{Lu}|al-\p{Lu}|el-\p{Lu}|d['’]\p{Lu})/u
const nameWithoutCapital = /^(?:the|al|el|\p{N})/u
const clitic = /^(?<stem>.+?)['’](?:s|re|ll|d|ve|m)$/iu

function spell(text: string): Spelling {
  const isCapital = capital.test(text)
  const lower = text.toLowerCase()
  return {
    text,
    lower: lower === text ? text : interned(lower),
    capital: isCapital,
    opensName: isCapital || nameWithoutCapital.test(text),
    stem: text.length < longest ? (clitic.exec(text)?.groups?.['stem']?.length ?? 0) : 0,
  }
}
