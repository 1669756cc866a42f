// What somebody is accused of, behind the day or the clause that stands between.
import type { Syntax } from '../syntax.ts'
import type { VerbCue } from './cue.ts'

/** "accused Kelt | on Tuesday of bombing", "accused Kelt, | which leads the alliance, of bombing": the "of" behind what stands between. */
export function chargeBehind(syntax: Syntax, { lemma }: VerbCue, from: number, at: number): number | undefined {
  if (!/^(?:accuse|suspect|convict|acquit)$/u.test(lemma) || !/^(?:,|on|in|at|last|this|yesterday|today)$/u.test(syntax.word(at))) return undefined
  for (let before = from; before < at; before++) if (syntax.word(before) === 'of' && syntax.word(before + 1).endsWith('ing')) return undefined
  const isRelative = syntax.word(at) === ',' && /^(?:who|which|whose)$/u.test(syntax.word(at + 1))
  if (syntax.word(at) === ',' && !isRelative) return undefined
  for (let behind = at + 1; behind < at + (isRelative ? 25 : 6); behind++) {
    if (syntax.quotationAt(behind) >= 0 || (!isRelative && syntax.verbAt(behind))) return undefined
    if (syntax.word(behind) === 'of' && syntax.word(behind + 1).endsWith('ing') && (!isRelative || syntax.word(behind - 1) === ',')) return behind
  }
  return undefined
}
