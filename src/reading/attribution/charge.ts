// What somebody is accused of, behind the day or the clause that stands between.
import type { Syntax } from '../syntax.ts'
import type { VerbCue } from './cue.ts'

/** "accused Kelt | on Tuesday of bombing", "accused the mayor, | Lise Holm, of taking bribes", "accused Kelt, | which leads the alliance, of bombing": the "of" behind what stands between. */
export function chargeBehind(syntax: Syntax, { lemma }: VerbCue, from: number, at: number): number | undefined {
  if (!/^(?:accuse|suspect|convict|acquit)$/u.test(lemma) || !/^(?:,|on|in|at|last|this|yesterday|today)$/u.test(syntax.word(at))) return undefined
  for (let before = from; before < at; before++) if (syntax.word(before) === 'of' && syntax.word(before + 1).endsWith('ing')) return undefined
  const isRelative = syntax.word(at) === ',' && /^(?:who|which|whose)$/u.test(syntax.word(at + 1))
  const apposed = syntax.word(at) === ',' ? behindApposition(syntax, at) : undefined
  if (apposed !== undefined) return apposed
  if (syntax.word(at) === ',' && !isRelative) return undefined
  for (let behind = at + 1; behind < at + (isRelative ? 25 : 6); behind++) {
    if (syntax.quotationAt(behind) >= 0 || (!isRelative && syntax.verbAt(behind))) return undefined
    if (syntax.word(behind) === 'of' && syntax.word(behind + 1).endsWith('ing') && (!isRelative || syntax.word(behind - 1) === ',')) return behind
  }
  return undefined
}

/** "accused the mayor, | Lise Holm, of taking bribes": the "of" behind the second comma. */
function behindApposition(syntax: Syntax, comma: number): number | undefined {
  if (syntax.nounAt(comma + 1)?.from !== comma + 1) return undefined
  for (let at = comma + 2; at < comma + longestApposition; at++) {
    if (syntax.verbAt(at) || syntax.quotationAt(at) >= 0 || syntax.word(at) === 'and') return undefined
    if (syntax.word(at) === ',') return syntax.word(at + 1) === 'of' ? at + 1 : undefined
  }
  return undefined
}

/** In words. */
const longestApposition = 14
