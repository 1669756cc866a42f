// Which phrase, verb and quotation each word stands in: one look-up for passes that walk from word to word.
import { byWord } from './by-word.ts'
import type { Draft, NounPhrase, Quotation, Stretch, Token, VerbGroup } from './draft.ts'

export interface Syntax {
  readonly tokens: readonly Token[]
  token(at: number): Token | undefined
  /** Lower-cased word; empty outside the text. */
  word(at: number): string
  nounAt(at: number): NounPhrase | undefined
  verbAt(at: number): VerbGroup | undefined
  /** Index of the outermost quotation that holds the word or is opened or closed by it; -1 outside all. */
  quotationAt(at: number): number
  quotation(at: number): Quotation | undefined
  /** 1 for words in a quotation inside a quotation, 2 for one inside that, …; else 0. */
  depthAt(at: number): number
  readonly quotations: readonly Quotation[]
  /** The sentence of a word. */
  sentenceAt(at: number): Stretch & { readonly paragraph: number }
}

const made = new WeakMap<Draft['verbGroups'], Syntax>()

/** The look-up over a draft whose phrases are found; made once. */
export function syntaxOf(draft: Draft): Syntax {
  const known = made.get(draft.verbGroups) ?? makeSyntax(draft)
  made.set(draft.verbGroups, known)
  return known
}

// No array is asked for its element -1: JavaScript takes that for a name, and looks ten times as long.
function makeSyntax({ tokens, sentences, quotations, nounPhrases, verbGroups }: Draft): Syntax {
  const nouns = indexed(nounPhrases, tokens.length)
  const verbs = indexed(verbGroups, tokens.length)
  const quoted = new Int32Array(tokens.length).fill(-1)
  for (const [index, { from, to, depth, closed }] of quotations.entries()) {
    if (depth === 0) quoted.fill(index, from - 1, closed ? to + 1 : to)
  }
  const depths = new Uint8Array(tokens.length)
  for (const { from, to, depth } of quotations) depths.fill(depth, from, to)
  const quotationAt = (at: number): number => (at < 0 ? -1 : (quoted[at] ?? -1))
  const nowhere = { from: 0, to: 0, paragraph: -1 }
  return {
    tokens,
    token: at => (at < 0 ? undefined : tokens[at]),
    word: at => (at < 0 ? '' : (tokens[at]?.lower ?? '')),
    nounAt: at => (at < 0 ? undefined : nouns[at]),
    verbAt: at => (at < 0 ? undefined : verbs[at]),
    quotationAt,
    quotation: at => {
      const index = quotationAt(at)
      return index < 0 ? undefined : quotations[index]
    },
    depthAt: at => (at < 0 ? 0 : (depths[at] ?? 0)),
    quotations,
    sentenceAt: at => (at < 0 ? nowhere : (sentences[tokens[at]?.sentence ?? sentences.length] ?? nowhere)),
  }
}

/** The stretch in which each word stands. */
function indexed<Found extends Stretch>(stretches: readonly Found[], length: number): readonly (Found | undefined)[] {
  const index = byWord<Found>(length)
  for (const stretch of stretches) for (let at = stretch.from; at < stretch.to; at++) index[at] = stretch
  return index
}

const closing = new Set(['”', '"', "''", '»', '’', "'", ')', ']'])
const dashes = new Set(['—', '–', '--', '-', '―'])

export function isClosingMark(word: string): boolean {
  return closing.has(word)
}

export function isQuotationMark(word: string): boolean {
  return word === '“' || word === '”' || word === '"' || word === "''" || word === '``' || word === '«' || word === '»' || word === '„'
}

export function isDash(word: string): boolean {
  return dashes.has(word) || (word.startsWith('--') && /^--+$/u.test(word))
}
