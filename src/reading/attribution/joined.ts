// Whether what "and", "but" or "while" joins to somebody's words is still theirs.
import type { Syntax } from '../syntax.ts'
import { afterAdverbs } from './clause-end.ts'
import type { Cues, VerbCue } from './cue.ts'

/** Behind "and", "but", "while": another cue of the same speaker in the same tense, or somebody else who says something. */
export function isCutJoined(syntax: Syntax, cue: VerbCue, joint: number, cues: Cues): boolean {
  const next = afterAdverbs(syntax, joint + 1)
  const word = syntax.word(joint)
  const same = cues.get(next)
  // "said the company had written, but would not say to whom": who said so would not.
  if (same && word === 'but' && same.verb.negated && same.verb.modal === 'would' && same.frames.has('say') && cue.frames.has('say')) return true
  if (same && (word === 'and' || word === 'but' || word === 'then' || word === 'before' || word === 'after')) {
    if (word === 'before' || word === 'after') return same.verb.form === 'participle'
    // "said the colonel had been passed over and had accused Kelt": of whom it is said.
    if (syntax.word(same.verb.from) === 'had' && same.subject && same.subject.from >= cue.to && same.subject.from < joint) return false
    // "agrees that it is bad and said “…”": the marks behind the verb are its own.
    const own = same.frames.has('say') && syntax.quotationAt(same.to + 1) >= 0
    return same.verb.form === 'finite' && (own || tenseOf(syntax, same) === tenseOf(syntax, cue)) && (same.frames.has('say') || same.frames.has('tell') || same.frames.has('judge'))
  }
  for (let at = joint + 1; at < joint + 16; at++) {
    const other = cues.get(at)
    // "believes that it can win, while Kelt wants to wait": what another thinks.
    if (other && word === 'while' && !cue.frames.has('say') && other.subject?.from === joint + 1 && tenseOf(syntax, other) === tenseOf(syntax, cue)) return true
    // "…, and Ms Reed called him “weak”": the article’s marks are around her words.
    if (other) return other.subject !== undefined && other.subject.from >= joint && (other.subject.from <= next + 1 || ((word === 'but' || word === 'and') && syntax.token(next)?.tag === 'ADP')) && (other.frames.has('say') || other.frames.has('tell') || (other.frames.has('judge') && hasMarks(syntax, other.to))) && word !== 'before' && word !== 'after' && (!cue.frames.has('say') || isPerfect(syntax, cue) || tenseOf(syntax, other) === tenseOf(syntax, cue))
    if (syntax.verbAt(at)) return false
  }
  return false
}

function hasMarks(syntax: Syntax, from: number): boolean {
  for (let at = from; at < from + 5; at++) if (syntax.quotationAt(at) >= 0) return true
  return false
}

/** "have not said", "has said": of now and of the past. */
function isPerfect(syntax: Syntax, { verb }: VerbCue): boolean {
  return verb.from < verb.head && /^(?:have|has)$/u.test(syntax.word(verb.from))
}

function tenseOf(syntax: Syntax, { verb, lemma }: VerbCue): 'base' | 'present' | 'past' {
  const word = syntax.word(verb.head)
  if (syntax.word(verb.from) === 'did') return 'past'
  if (word === lemma) return 'base'
  return word.endsWith('s') || word.endsWith('ing') ? 'present' : 'past'
}
