// Names that many bodies bear: "City Council", "Central Bank", "Police Department".
import { commonBodyWords } from '../lexicon/name-words.ts'

/** Whether a name says only what sort of body it is, so that each article means its own. */
export function isCommonBody(name: string): boolean {
  return name.split(/[\s-]+/u).every(word => commonBodyWords.has(word.toLowerCase()))
}
