// Verbs that may attribute, with their subject and what stands beside them.
import type { Stretch, VerbGroup } from '../draft.ts'
import { bearsParticle, onlyWithParticle } from '../lexicon/cue-habits.ts'
import { frames, type Frame } from '../lexicon/cues.ts'
import { subjectBehind, subjectOf, type Subject } from '../subject.ts'
import type { Syntax } from '../syntax.ts'

export interface VerbCue extends Stretch {
  readonly verb: VerbGroup
  readonly lemma: string
  readonly frames: ReadonlySet<Frame>
  readonly subject: Subject | undefined
  /** The subject and the cue together: "Ms Reed said", "said Ms Reed, a lawyer". */
  readonly unit: Stretch
}

/** The cue that a verb is; undefined where it is none. */
export function verbCueOf(syntax: Syntax, verb: VerbGroup): VerbCue | undefined {
  const head = syntax.token(verb.head)
  if (!head || head.tag === 'AUX') return undefined
  const lemma = head.lemma
  const found = frames.get(lemma) ?? (onlyWithParticle.has(lemma) ? talking : undefined)
  if (!found) return undefined
  const next = syntax.word(verb.to)
  const particle = bearsParticle(lemma, next) && syntax.quotationAt(verb.to) === syntax.quotationAt(verb.head)
  if (onlyWithParticle.has(lemma) && !particle) return undefined
  const to = verb.to + (particle ? 1 : 0)
  const subject = subjectOfCue(syntax, verb, found)
  const behind = subject?.by === 'behind'
  const from = subject && (subject.by === 'before' || subject.by === 'relative') ? subject.from : verb.from
  return { from: verb.from, to, verb, lemma, frames: found, subject, unit: { from, to: behind ? subject.to : to } }
}

const talking: ReadonlySet<Frame> = new Set(['judge'])

function subjectOfCue(syntax: Syntax, verb: VerbGroup, found: ReadonlySet<Frame>): Subject | undefined {
  const inverted = (found.has('say') || found.has('tell')) && isAfterContent(syntax, verb.from) ? subjectBehind(syntax, verb) : undefined
  return inverted ?? subjectOf(syntax, verb)
}

/** Whether a quotation or a comma stands just before: the place where "said Ms Reed" follows what she said. */
function isAfterContent(syntax: Syntax, from: number): boolean {
  const { from: start } = syntax.sentenceAt(from)
  return from > start && (syntax.word(from - 1) === ',' || syntax.quotationAt(from - 1) >= 0)
}
