// The language of a text: English by its commonest words, another by its runs of three letters (franc). Short texts tell too little and count as English.
import { franc } from 'franc-min'

/** Letters from which on the finding is trusted. */
const enough = 60
/** UTF-16 units that are looked at: franc itself counts the first 2,048. */
const looked = 2048
/** Where so many of the words are these, the text is English: found in a hundredth of the time. No other language has them all. */
const english = new Set(['the', 'and', 'of', 'to'])
const englishShare = 0.1
const enoughWords = 40
/** Below so many letters franc takes one English text in twenty for another language, but two of these words tell it: no other has two of them. */
const few = 400
const knownShare = 0.15
const englishAlone = new Set(['the', 'and', 'that', 'with', 'said', 'has', 'have', 'from', 'they', 'which', 'this', 'his', 'she', 'are', 'were', 'would', 'been', 'who', 'not', 'their', 'its', 'our', 'told', 'says', 'after', 'when'])

/** The language found, as BCP 47; null where the text is too short, or of none that is known. */
export function languageIn(text: string): string | null {
  const head = text.slice(0, looked)
  const words = head.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length >= enoughWords && words.filter(word => english.has(word)).length / words.length >= englishShare) return 'en'
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  if (letters < enough) return null
  const known = words.filter(word => englishAlone.has(word))
  if (known.length / words.length >= knownShare || (letters < few && new Set(known).size > 1)) return 'en'
  const found = franc(head)
  return found === 'und' ? null : languageTag(found)
}

/** Where nothing tells: English, unless it is written in other letters alone. */
export function languageSupposed(text: string): string {
  return /\p{Script=Latin}/u.test(text) || !/\p{L}/u.test(text) ? 'en' : 'und'
}

/** The tag in its canonical form ("eng" is "en", "en_us" is "en-US"); null where it is none: "English" would be a language of seven letters. */
export function languageTag(written: string): string | null {
  if (!/^\s*[a-z]{2,3}(?![a-z])/iu.test(written)) return null
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}
