// The words that stand as the source of an attribution: who speaks, and no more of what is told about them than fits.
import type { Stretch } from '../draft.ts'
import { relatives } from '../whole-phrase.ts'
import { isDash, type Syntax } from '../syntax.ts'

/** A clause with "who" may make what stands behind the name so long, and an apposition so long, in words and marks. */
const longest = { clause: 12, whose: 10, apposition: 15 }

/** "Ann Reed, a retired teacher, | who lives in a village that …": to the last comma before it says too much; a description keeps its name. */
export function shortened<Source extends Stretch & { readonly head: number }>(syntax: Syntax, source: Source): Source {
  const noun = syntax.nounAt(source.head)
  const own = noun && noun.to <= source.to ? noun.to : source.head + 1
  const named = syntax.token(source.head)?.tag === 'PROPN'
  let to = source.to
  // "Ms Reed – who lives in a village – said": what dashes set in.
  for (let at = own; at < source.to; at++) {
    if (!isDash(syntax.word(at)) || !(relatives.has(syntax.word(at + 1)) || syntax.token(at + 1)?.tag === 'ADP')) continue
    to = at
    break
  }
  // "Mr Hale, | whose home town lies …": of something else.
  for (let at = to - 1; at >= own && to - own > longest.whose; at--) if (syntax.word(at) === ',' && syntax.word(at + 1) === 'whose') to = at
  for (let at = to - 1; at >= own && to - own > longest.clause; at--) {
    if (syntax.word(at) === ',' && (relatives.has(syntax.word(at + 1)) || (named && to - own > longest.apposition))) to = at
  }
  return { ...source, to }
}
