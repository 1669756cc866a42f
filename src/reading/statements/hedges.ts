// Hearsay over a saying: "Mr Hale reportedly thanked Ms Reed" says first that it is reported, and in that that he thanked her.
import type { Attributed } from '../draft.ts'
import type { CueShape } from './cue-shape.ts'

/** The hearsay that a cue bears, with all that it covers; undefined where it bears none. */
export function hedgeOf({ source, cue, content }: Attributed, { hedge }: CueShape): Attributed | undefined {
  if (hedge === undefined || !cue) return undefined
  const before = { from: source && source.from < cue.from ? source.from : cue.from, to: hedge }
  const last = content.reduce((to, stretch) => Math.max(to, stretch.to), cue.to)
  const pieces = [before, { from: hedge + 1, to: last }].filter(({ from, to }) => to > from)
  return { cue: { from: hedge, to: hedge + 1, head: hedge }, content: pieces, quotations: [], rule: 'HEARSAY_OVER_SAYING', reason: 'An adverb beside the verb gives the saying itself as told by somebody unnamed.', confidence: 0.8 }
}

/** The saying without its hedge: "thanked" of "reportedly thanked". */
export function withoutHedge(said: Attributed, { hedge }: CueShape): Attributed {
  const { cue } = said
  if (hedge === undefined || !cue) return said
  return { ...said, cue: hedge < cue.head ? { from: hedge + 1, to: cue.to, head: cue.head } : { from: cue.from, to: hedge, head: cue.head } }
}
