// What wink makes of words that stand together without a space, before it looks at those around them. That is the same each time, so
// it is told once for each spelling: wink itself would cut, look up and describe every word of every text anew.
import model from 'wink-eng-lite-web-model'
import beginCache, { type Cache } from 'wink-nlp/src/cache.js'
import compiled from 'wink-nlp/src/compile-trex.js'
import wrap from 'wink-nlp/src/dd-wrapper.js'
import beginTokenizer from 'wink-nlp/src/tokenizer.js'
import type { Tag } from '../tag.ts'
import { interned, remembered } from '../remembered.ts'
import { machinesOf, type Machine, type Seen } from './machines.ts'

/** A part of speech and a lemma. */
export interface Tagged {
  readonly tag: Tag
  readonly lemma: string
}

/** What wink cuts no further: a word, "do" and "n’t" of "don’t", a mark. */
export interface Piece extends Seen {
  readonly letters: number
  /** Part of a contraction: its tag is the same whatever stands around it. */
  readonly contracted: boolean
  /** With the tag that it has by itself, as most words have. */
  readonly own: Tagged
  readonly lemma: string
  /** With these tags it has another lemma. */
  readonly others: Readonly<Partial<Record<Tag, string>>> | undefined
}

export interface Wink {
  readonly machines: readonly Machine[]
  piecesOf(words: string): readonly Piece[]
  taggedAs(piece: Piece, tag: number): Tagged
  /** How often it was asked. */
  looks(): number
}

/** Words with their clitics ("Hale’s") for which it is kept; of words alone those keep it who ask. */
const mostKept = 5000
/** Numbers of a token: its word; spaces, and the place of a contraction; lemma and tag of a contraction; a flag. See wink-nlp/src/constants.js. */
const fields = 4
const contraction = 65_535
const lemmaBits = 20
const lemmaMask = 0xf_ff_ff

/** The parts of the model that its own types do not have. */
interface Parts {
  core(): Core
  pos(): { readonly machines: readonly string[] }
  readonly featureFn: unknown
  readonly addons: { lemmatize(word: string, tag: string, cache: Cache): string }
}
interface Core {
  readonly features: { readonly pos: { readonly list: readonly Tag[] } }
  readonly pos: { readonly hash: { readonly NOUN: number } }
  readonly trex: unknown
  readonly tcat: { readonly hash: unknown }
  readonly preserve: unknown
}

export function beginWink(): Wink {
  const { core: load, pos, featureFn, addons } = model as unknown as Parts // wink’s types tell of none of it
  const core = load()
  const cache = beginCache(core, featureFn)
  const tokenize = beginTokenizer(compiled(core.trex), core.tcat.hash, core.preserve)
  const tags = core.features.pos.list
  let looks = 0

  const pieceOf = (index: number, spaces: number, held: number): Piece => {
    const contracted = spaces > contraction
    const normal = contracted ? cache.nox(spaces) : cache.normal(index)
    const lemma = contracted ? interned(cache.value(held & lemmaMask)) : lemmaOf(index)
    const others = contracted ? undefined : othersOf(index, lemma)
    const number = contracted ? held >>> lemmaBits : cache.posOf(cache.mappedSpelling(index)) || core.pos.hash.NOUN
    return {
      letters: cache.value(index).length,
      tag: number,
      hint: cache.property(index, 'posHint'),
      mayBe: tags.reduce((bits, _, tag) => (cache.isMemberPOS(normal, tag) ? bits | (1 << tag) : bits), 0),
      contracted,
      own: taggedWith(number, lemma, others),
      others,
      lemma,
    }
  }
  const taggedWith = (number: number, lemma: string, others: Piece['others']): Tagged => {
    const tag = tags[number] ?? 'X'
    return { tag, lemma: others?.[tag] ?? lemma }
  }
  const lemmaOf = (index: number): string => {
    const mapped = cache.mappedSpelling(index)
    return interned(cache.value(hasOne(mapped) ? cache.property(mapped, 'lemma') : cache.normal(index)))
  }
  /** Its lemmas as a noun, verb or adjective, where they are others. */
  const othersOf = (index: number, lemma: string): Piece['others'] => {
    if (hasOne(cache.mappedSpelling(index))) return undefined
    const found = (['ADJ', 'NOUN', 'VERB'] as const).map(tag => [tag, addons.lemmatize(cache.value(cache.normal(index)), tag, cache)] as const).filter(([, other]) => other !== lemma)
    return found.length > 0 ? Object.fromEntries(found.map(([tag, other]) => [tag, interned(other)])) : undefined
  }
  const hasOne = (mapped: number): boolean => cache.property(mapped, 'isSLemma') === 1
  const look = (words: string): readonly Piece[] => {
    looks++
    const tokens: number[] = []
    tokenize(wrap({ cache, tokens, nonBreakingSpaces: {} }), words)
    const pieces: Piece[] = []
    for (let at = 0; at < tokens.length; at += fields) pieces.push(pieceOf(tokens[at] ?? 0, tokens[at + 1] ?? 0, tokens[at + 2] ?? 0))
    return pieces
  }

  return {
    machines: machinesOf(pos().machines),
    piecesOf: remembered(look, mostKept),
    taggedAs: ({ tag, contracted, own, lemma, others }, given) => (contracted || given === tag ? own : taggedWith(given, lemma, others)),
    looks: () => looks,
  }
}
