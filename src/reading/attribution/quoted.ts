// Quotations over several sentences and paragraphs, and those that no cue of their own says the speaker of.
import type { Attributed, Quotation, Stretch } from '../draft.ts'
import { turns } from '../lexicon/cue-habits.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { isFigure, isNameInside } from './title.ts'

/** An attribution whose content is still looked for. */
export interface Growing extends Attributed {
  readonly content: Stretch[]
  /** Whether it is one of speech, so that quotations behind it may be its speaker's. */
  readonly speech: boolean
}

/** A quotation goes on over no more quotations before and behind. */
const longestChain = 30
/** No quotation of fewer words is looked after when nothing attributes it: it is a name or a word at arm's length. */
const fewestWords = 3

/** Content that ends inside a quotation goes on to its end, and over the paragraphs that continue it. */
export function grownOverQuotations(syntax: Syntax, content: readonly Stretch[]): Stretch[] {
  const pieces: Stretch[] = []
  for (const piece of content) {
    const first = syntax.quotationAt(piece.from)
    const last = syntax.quotationAt(piece.to - 1)
    const opening = syntax.quotations[first]
    const closing = syntax.quotations[last]
    const from = opening && opening.from < piece.from ? opening.from : piece.from
    const to = closing && closing.to > piece.to ? closing.to : piece.to
    pieces.push({ from, to })
    for (const index of new Set([first, last])) {
      for (const other of chainOf(syntax.quotations, index)) if (!pieces.some(known => known.from < other.to && other.from < known.to)) pieces.push({ from: other.from, to: other.to })
    }
  }
  return pieces.toSorted((one, other) => one.from - other.from)
}

/** The quotations that go on with one another over paragraphs. */
function chainOf(quotations: readonly Quotation[], at: number): readonly Quotation[] {
  const root = quotations[at]?.continues
  if (root === undefined) return []
  const chain: Quotation[] = []
  for (let index = Math.max(0, at - longestChain); index < Math.min(quotations.length, at + longestChain); index++) {
    const other = quotations[index]
    if (other?.continues === root && index !== at) chain.push(other)
  }
  return chain
}

/** Ms Reed said it was “a shame. ⏎ “We pay,” she said: of quotations that go on with one another each is said where its own cue stands. */
export function shareChains(syntax: Syntax, attributions: readonly Growing[]): void {
  const { quotations } = syntax
  const chained = new Set(quotations.flatMap(({ continues }, index) => (continues === index ? [] : [continues])))
  if (chained.size === 0) return
  const paragraphOf = (at: number): number => syntax.sentenceAt(at).paragraph
  const holders = new Map<number, Growing[]>()
  for (const one of attributions) {
    if (!one.cue || !one.speech) continue
    const root = quotations[one.content.map(({ from }) => syntax.quotationAt(from)).find(index => index >= 0) ?? -1]?.continues
    if (root !== undefined && chained.has(root)) holders.set(root, [...(holders.get(root) ?? []), one])
  }
  for (const both of holders.values()) {
    const cues = [...new Set(both.map(({ cue }) => paragraphOf(cue?.head ?? 0)))].toSorted((one, other) => one - other)
    if (cues.length < 2) continue
    const next = new Map(cues.map((paragraph, index) => [paragraph, cues[index + 1] ?? Number.POSITIVE_INFINITY]))
    for (const { cue, content } of both) {
      const own = paragraphOf(cue?.head ?? 0)
      // What stands before the first cue is its too.
      const first = own === cues[0] ? 0 : own
      const kept = content.filter(({ from }) => paragraphOf(from) >= first && paragraphOf(from) < (next.get(own) ?? 0))
      content.splice(0, content.length, ...kept)
    }
  }
}

/** The attribution that holds each quotation, by its index: the first of speech, or else the first. */
export function holdersOf(syntax: Syntax, attributions: readonly Growing[]): (Growing | undefined)[] {
  const { quotations } = syntax
  const holders: (Growing | undefined)[] = quotations.map(() => undefined)
  for (const one of attributions) {
    for (const { from, to } of one.content) {
      for (let at = from; at < to; at++) {
        const index = syntax.quotationAt(at)
        if (index < 0) continue
        if (!holders[index]?.speech && (one.speech || !holders[index])) holders[index] = one
        at = quotations[index]?.to ?? at
      }
    }
  }
  return holders
}

/** “…, and we are free” to have a discussion: the sentence that a quotation begins may go on outside it. Index behind the last word. */
export function endOfRest(syntax: Syntax, { to, closed }: Quotation): number {
  const { to: end } = syntax.sentenceAt(to)
  if (!closed || /^(?:[,.?!…:;]|\.\.+|[-–—]+)$/u.test(syntax.word(to - 1)) || to + 1 >= end || syntax.token(to + 1)?.tag === 'PUNCT' || syntax.verbAt(to + 1)?.form === 'finite') return to
  let at = to + 1
  while (at < end && syntax.quotationAt(at) < 0 && !/^[,;:.?!]$/u.test(syntax.word(at)) && !isDash(syntax.word(at))) at++
  return at
}

/** Gives quotations that nothing attributes to whoever spoke just before, in the same paragraph or the one before. */
export function attachFollowing(syntax: Syntax, attributions: readonly Growing[], pending: readonly Growing[]): readonly Growing[] {
  const { quotations } = syntax
  const holder = holdersOf(syntax, attributions)
  const speaking = [...attributions.filter(one => one.speech), ...pending].filter(one => one.cue && one.source).toSorted((one, other) => lastOf(one) - lastOf(other))
  const waiting = new Set(pending)
  const awoken = new Set<Growing>()
  const grown = new Set<Growing>()
  for (const [index, quotation] of quotations.entries()) {
    if (quotation.depth > 0 || holder[index] || quotation.to - quotation.from < fewestWords || isNameInside(syntax, quotation) || isFigure(syntax, quotation) || isSpokenOf(syntax, quotation)) continue
    const speaker = speakerBefore(syntax, speaking, index, holder)
    if (!speaker) continue
    speaker.content.push({ from: quotation.from, to: endOfRest(syntax, quotation) })
    grown.add(speaker)
    holder[index] = speaker
    if (waiting.has(speaker)) awoken.add(speaker)
  }
  for (const { content } of grown) content.sort((one, other) => one.from - other.from)
  return [...attributions, ...awoken]
}

/** “Bread for All” was what they sang: the subject of its sentence. */
function isSpokenOf(syntax: Syntax, { from, to, closed }: Quotation): boolean {
  const own = syntax.sentenceAt(from)
  return closed && from - 1 === own.from && to + 1 < own.to && !/^[,.?!…]+$/u.test(syntax.word(to - 1)) && syntax.verbAt(to + 1)?.form === 'finite'
}

function lastOf({ cue, source }: Growing): number {
  return Math.max(cue?.to ?? 0, source?.to ?? 0)
}

function speakerBefore(syntax: Syntax, speaking: readonly Growing[], index: number, holder: readonly (Growing | undefined)[]): Growing | undefined {
  const quotation = syntax.quotations[index]
  if (!quotation) return undefined
  const sentence = syntax.sentenceAt(quotation.from)
  const begins = sentence.from >= quotation.from - 1
  const last = lastBefore(speaking, quotation.from)
  if (!last) return undefined
  const said = syntax.sentenceAt(last.cue?.head ?? 0)
  // “…,” Ms Reed said, and her aunt cut in. “…”
  if (last.content.length === 0 && begins && said.paragraph === sentence.paragraph && said.from !== sentence.from && isAnother(syntax, last)) return last
  const same = goesOnFrom(syntax, holder, index, sentence.paragraph + 1)
  if (same && begins && said.from !== sentence.from && (lastOf(same) >= lastOf(last) || syntax.sentenceAt(same.cue?.head ?? 0).from === said.from)) return same
  if (said.paragraph === sentence.paragraph) return begins || syntax.word(quotation.from - 2) === ':' || (said.from === sentence.from && (last.content.length === 0 || syntax.word(quotation.from - 2) === ',')) ? last : undefined
  if (said.paragraph !== sentence.paragraph - 1 && !goesOnFrom(syntax, holder, index, sentence.paragraph)) return undefined
  if (!startsParagraph(syntax, quotation)) return undefined
  const before = goesOnFrom(syntax, holder, index, sentence.paragraph)
  // “Is it true?” she asked. ⏎ “It is.”: another answers, who is not named.
  const speaker = before && quotation.continues === index && turns.has(syntax.token(before.cue?.head ?? -1)?.lemma ?? '') ? undefined : before
  // "She went on to say:" and a new paragraph.
  const leads = syntax.word(sentence.from - 1) === ':' && syntax.sentenceAt(last.cue?.head ?? 0).from === syntax.sentenceAt(sentence.from - 1).from
  if (speaker && !leads) return speaker
  // A paragraph that ends with a colon, or with a cue that waits for its words.
  return syntax.word(sentence.from - 1) === ':' || last.content.length === 0 ? last : undefined
}

/** "…, and her aunt cut in": a subject of its own behind "and". */
function isAnother(syntax: Syntax, { source, cue, rule }: Growing): boolean {
  return !rule.endsWith('_SHARED') && source !== undefined && cue !== undefined && source.to <= cue.from && /^(?:and|but|then|before)$/u.test(syntax.word(source.from - 1))
}

/** Who spoke at the end of the paragraph before, where that was in quotation marks too. */
function goesOnFrom(syntax: Syntax, holder: readonly (Growing | undefined)[], index: number, paragraph: number): Growing | undefined {
  const { quotations } = syntax
  for (let before = index - 1; before >= 0 && before >= index - 4; before--) {
    const other = quotations[before]
    if (!other || other.depth > 0) continue
    // ‘A healthy place.’ in single marks, where the talk is in double ones, is a heading; a paragraph in straight marks among curly ones is of another hand.
    const own = quotations[index]
    const alike = syntax.sentenceAt(own?.from ?? 0).paragraph === paragraph ? marksOf(syntax, other) === marksOf(syntax, own) : isSingle(syntax, other) === isSingle(syntax, own)
    return syntax.sentenceAt(other.from).paragraph === paragraph - 1 && alike ? holder[before] : undefined
  }
  return undefined
}

function isSingle(syntax: Syntax, quotation: Quotation | undefined): boolean {
  return quotation !== undefined && /^['‘’]$/u.test(syntax.word(quotation.from - 1))
}

function marksOf(syntax: Syntax, quotation: Quotation | undefined): 'single' | 'straight' | 'other' {
  return isSingle(syntax, quotation) ? 'single' : quotation && syntax.word(quotation.from - 1) === '"' ? 'straight' : 'other'
}

function startsParagraph(syntax: Syntax, quotation: Quotation): boolean {
  const { from, paragraph } = syntax.sentenceAt(quotation.from)
  return from >= quotation.from - 1 && syntax.sentenceAt(from - 1).paragraph !== paragraph
}

function lastBefore(speaking: readonly Growing[], at: number): Growing | undefined {
  let low = 0
  let high = speaking.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = speaking[middle]
    if (one && lastOf(one) <= at) low = middle + 1
    else high = middle
  }
  return speaking[low - 1]
}
