// Parts of speech and lemmas, by wink-nlp and its English model.
import type { Spelling } from './spelling.ts'
import { runMachine } from './tagging/machines.ts'
import { beginWink, type Piece, type Tagged, type Wink } from './tagging/pieces.ts'
import type { Word } from './words.ts'

/** wink remembers every word that it is shown. It is begun anew after so many, so that memory does not grow with what is read; the first with the first words, as a text in another language has no need of it. */
const mostLooks = 100_000
/** Words looked at together, at most; a longer sentence is cut. */
const together = 300

let wink: Wink | undefined

/** The tags of the words of sentences, one for each. Short sentences are looked at together. */
export function tagsOf(sentences: readonly (readonly Word[])[]): readonly (readonly Tagged[])[] {
  const tagged: (readonly Tagged[])[] = []
  let waiting: (readonly Word[])[] = []
  let words: Word[] = []
  const look = (): void => {
    const found: Tagged[] = []
    for (let from = 0; from < words.length; from += together) addTags(found, words.length > together ? words.slice(from, from + together) : words)
    let from = 0
    for (const { length } of waiting) tagged.push(found.slice(from, (from += length)))
    waiting = []
    words = []
  }
  for (const sentence of sentences) {
    if (words.length + sentence.length > together) look()
    waiting.push(sentence)
    for (const word of sentence) words.push(word)
  }
  look()
  return tagged
}

function addTags(tagged: Tagged[], words: readonly Word[]): void {
  if (!wink || wink.looks() > mostLooks) wink = beginWink()
  const { machines, taggedAs } = wink
  const pieces = piecesOf(wink, words)
  const tags = pieces.map(({ tag }) => tag)
  for (const machine of machines) runMachine(machine, pieces, tags)
  const tagAt = (at: number): Tagged | undefined => {
    const piece = pieces[at]
    return piece && taggedAs(piece, tags[at] ?? piece.tag)
  }
  let [at, letters, end] = [0, 0, 0]
  for (const { spelling } of words) {
    const from = at
    end += spelling.shown.length
    for (; letters < end && at < pieces.length; at++) letters += pieces[at]?.letters ?? 0
    tagged.push((at === from + 1 ? tagAt(from) : undefined) ?? ofParts(pieces.slice(from, at).flatMap((_, part) => tagAt(from + part) ?? []), spelling))
  }
}

/** wink may cut one of our words in several: the last that is no mark speaks for it ("re-elect"); of "don’t" the first, whose lemma it has. */
function ofParts(parts: readonly Tagged[], { lower }: Spelling): Tagged {
  const best = parts.findLast(({ tag }, at) => tag !== 'PUNCT' && !(tag === 'PART' && at > 0)) ?? parts[0]
  const lemma = parts.length === 2 && parts[1]?.lemma === 'not' ? parts[0]?.lemma : undefined
  return { tag: best?.tag ?? 'X', lemma: lemma ?? lower }
}

/** A clitic stands at its word, as wink expects it. */
function piecesOf(wink: Wink, words: readonly Word[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < words.length; ) {
    const first = words[at]?.spelling
    if (!first) break
    let glued = ''
    for (let before = first, next = words[++at]?.spelling; next?.isClitic && next.shown !== before.shown; next = words[++at]?.spelling) {
      glued += next.shown
      before = next
    }
    if (glued === '') first.pieces ??= wink.piecesOf(first.shown)
    for (const piece of (glued === '' ? first.pieces : wink.piecesOf(first.shown + glued)) ?? []) pieces.push(piece)
  }
  return pieces
}
