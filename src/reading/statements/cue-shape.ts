// A cue as the rules of statements look at it: its verb or noun, and the words beside it.
import type { Attributed, NounPhrase, Stretch, Token, VerbGroup } from '../draft.ts'
import { hearsay } from '../lexicon/cue-nouns.ts'
import type { Syntax } from '../syntax.ts'

export interface CueShape extends Stretch {
  readonly head: Token
  readonly verb: VerbGroup | undefined
  /** "on" of "called on"; empty where the cue has none. */
  readonly particle: string
  /** Said to be done by nobody named, or by whom "by" names: "was told". */
  readonly passive: boolean
  /** "reportedly" inside the cue: the saying itself is hearsay. */
  readonly hedge: number | undefined
  /** "Mr Cameron" of "told Mr Cameron", "asked Mr Cameron to go". */
  readonly object: NounPhrase | undefined
  /** Words beside the cue that are neither source nor content: whom it was said to, when, where. */
  readonly beside: Stretch
}

/** Words beside a cue that are looked at. */
const reach = 30

export function cueShapeOf(syntax: Syntax, { source, cue, content }: Attributed): CueShape | undefined {
  const head = cue && syntax.token(cue.head)
  if (!cue || !head) return undefined
  const verb = syntax.verbAt(cue.head)
  const { to: end } = syntax.sentenceAt(cue.head)
  const behindSource = source && source.from >= cue.to ? source.to : cue.to
  const next = content.find(({ from }) => from >= cue.to)
  const beside = { from: behindSource, to: Math.min(next ? next.from : end, end, behindSource + reach) }
  let hedge: number | undefined
  for (let at = cue.from; at < cue.to; at++) if (hearsay.has(syntax.word(at)) && cue.to - cue.from > 1) hedge = at
  const isVerb = verb !== undefined && verb.head === cue.head
  return {
    from: cue.from,
    to: cue.to,
    head,
    verb: isVerb ? verb : undefined,
    particle: isVerb && cue.to > verb.to ? syntax.word(verb.to) : '',
    passive: isVerb && verb.passive,
    hedge,
    object: isVerb && !verb.passive && behindSource === cue.to ? objectAt(syntax, cue.to, end) : undefined,
    beside,
  }
}

/** The noun phrase just behind the cue; none where it is the subject of what is said: "said the army had left". */
function objectAt(syntax: Syntax, at: number, end: number): NounPhrase | undefined {
  const noun = syntax.nounAt(at)
  if (!noun || noun.from !== at || noun.to > end || syntax.quotationAt(at) >= 0) return undefined
  return syntax.verbAt(noun.to)?.form === 'finite' ? undefined : noun
}
