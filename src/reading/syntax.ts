// Which phrase, verb and quotation each word stands in: one look-up for passes that walk from word to word.
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

function makeSyntax({ tokens, sentences, quotations, nounPhrases, verbGroups }: Draft): Syntax {
  const nouns = indexed(nounPhrases, tokens.length)
  const verbs = indexed(verbGroups, tokens.length)
  const quoted = new Int32Array(tokens.length).fill(-1)
  for (const [index, { from, to, depth, closed }] of quotations.entries()) {
    if (depth === 0) quoted.fill(index, from - 1, closed ? to + 1 : to)
  }
  const depths = new Uint8Array(tokens.length)
  for (const { from, to, depth } of quotations) depths.fill(depth, from, to)
  const nowhere = { from: 0, to: 0, paragraph: -1 }
  return {
    tokens,
    token: at => tokens[at],
    word: at => tokens[at]?.lower ?? '',
    nounAt: at => nounPhrases[nouns[at] ?? -1],
    verbAt: at => verbGroups[verbs[at] ?? -1],
    quotationAt: at => quoted[at] ?? -1,
    depthAt: at => depths[at] ?? 0,
    quotations,
    sentenceAt: at => sentences[tokens[at]?.sentence ?? -1] ?? nowhere,
  }
}

function indexed(stretches: readonly Stretch[], length: number): Int32Array {
  const index = new Int32Array(length).fill(-1)
  for (const [at, { from, to }] of stretches.entries()) index.fill(at, from, to)
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
  return dashes.has(word) || /^--+$/u.test(word)
}
