// What is done by saying it, and whether it was said at all.
import type { Modality, SpeechAct } from '../../model/vocabulary.ts'
import type { Attributed, Stretch, VerbGroup } from '../draft.ts'
import { telephoned } from '../lexicon/cue-habits.ts'
import { hearsay } from '../lexicon/cue-nouns.ts'
import { actByNoun, actByVerb, lightVerbs } from '../lexicon/speech-acts.ts'
import type { Syntax } from '../syntax.ts'
import type { CueShape } from './cue-shape.ts'

/** Of "is said to", "is expected to". */
const hearsayActs = new Map<string, SpeechAct>([
  ['expected', 'PREDICT'], ['said', 'REPORT'], ['reported', 'REPORT'], ['rumored', 'REPORT'], ['rumoured', 'REPORT'], ['claimed', 'REPORT'], ['alleged', 'ACCUSE'], ['heard', 'REPORT'], ['overheard', 'REPORT'], ['filmed', 'REPORT'], ['recorded', 'REPORT'],
])

export function actOf(syntax: Syntax, shape: CueShape, { content, rule }: Attributed): SpeechAct {
  const { head, verb, particle } = shape
  if (hearsay.has(head.lower)) return /^(?:apparent|seeming|ostensib)/u.test(head.lower) ? 'SUGGEST' : 'REPORT'
  if (!verb) return actByNoun(head.lemma) ?? 'SAY'
  if (rule === 'HEARSAY_VERB') return hearsayActs.get(head.lower) ?? actByVerb(head.lemma, '') ?? 'BELIEVE'
  // “…,” he was quoted as saying: he says it.
  if (shape.passive && /^(?:quote|cite)$/u.test(head.lemma)) return 'SAY'
  const first = content.find(({ from }) => from >= shape.to)
  const opening = first ? syntax.word(first.from) : ''
  const infinitive = first !== undefined && asksToDo(syntax, first.from, shape)
  if (head.lemma === 'ask') return infinitive || particle === 'for' || (opening === 'that') ? 'URGE' : 'ASK'
  if (head.lemma === 'tell') return infinitive && shape.object !== undefined ? 'ORDER' : 'SAY'
  // "pleaded guilty", "pleaded innocent"
  if (head.lemma === 'plead' && opening === 'guilty') return 'CONFIRM'
  if (head.lemma === 'plead' && opening === 'innocent') return 'DENY'
  if (head.lemma === 'call' && particle === '') return infinitive ? 'URGE' : 'SAY'
  if (head.lemma === 'warn' || head.lemma === 'challenge') return head.lemma === 'challenge' && infinitive ? 'URGE' : (actByVerb(head.lemma, particle) ?? 'WARN')
  if (lightVerbs.has(head.lemma)) {
    const noun = shape.object ?? (first && syntax.nounAt(first.from))
    const lemma = noun && syntax.token(noun.head)?.lemma
    const act = lemma === undefined ? undefined : actByNoun(lemma)
    if (act) return act
  }
  return actByVerb(head.lemma, particle) ?? 'SAY'
}

/** "to go", "Mr Hale to go". */
function asksToDo(syntax: Syntax, from: number, { object }: CueShape): boolean {
  const verb = syntax.verbAt(from) ?? (object ? syntax.verbAt(object.to) : undefined)
  return verb?.form === 'infinitive'
}

const planning = new Set(['plan', 'hope', 'want', 'intend', 'aim', 'expect', 'promise', 'vow', 'pledge', 'agree', 'prepare', 'decide', 'seek', 'go', 'wish', 'schedule', 'set', 'try'])
const refusing = new Set(['refuse', 'decline', 'fail', 'stop', 'avoid', 'forget', 'neglect'])
/** Before a participle: "denied saying". */
const without = new Set(['avoid', 'deny'])
const requesting = new Set(['urge', 'ask', 'press', 'call', 'order', 'tell', 'need', 'invite', 'encourage', 'require', 'implore', 'beg', 'demand', 'challenge', 'dare'])

/** Of the saying, not of what is said. */
export function modalityOf(syntax: Syntax, { verb, from }: CueShape, source: Stretch | undefined): Modality {
  if (!verb || isOfNobody(syntax, source)) return verb ? 'NEGATED' : 'ACTUAL'
  const own = ownModality(syntax, verb)
  if (own !== 'ACTUAL') return own
  if (verb.form === 'participle') return ofParticiple(syntax, from)
  if (isSupposed(syntax, Math.min(from, source?.from ?? from), from)) return 'POSSIBLE'
  if (verb.form !== 'infinitive') return own
  const governing = governingVerb(syntax, from)
  if (!governing) return isPerfect(syntax, verb) ? own : 'PLANNED'
  // "will meet to discuss", "may refuse to say", "is not known to have said"
  const outer = ownModality(syntax, governing)
  if (outer !== 'ACTUAL' || isPerfect(syntax, verb)) return outer
  const lemma = syntax.token(governing.head)?.lemma ?? ''
  // "went on to say" did.
  if (lemma === 'go' && syntax.word(governing.to) === 'on') return 'ACTUAL'
  // "called Ms Reed to congratulate her": by telephone, and done; not "called on her to apologise".
  if (lemma === 'call' && syntax.nounAt(governing.to)?.from === governing.to && telephoned.has(syntax.word(verb.head))) return 'ACTUAL'
  if (refusing.has(lemma)) return 'NEGATED'
  if (requesting.has(lemma)) return 'REQUESTED'
  return planning.has(lemma) ? 'PLANNED' : 'ACTUAL'
}

/** "is believed to have said" */
function isPerfect(syntax: Syntax, { from, head }: VerbGroup): boolean {
  return syntax.word(from) === 'to' && syntax.word(from + 1) === 'have' && head > from + 1
}

/** "nobody in the ministry", "no minister", "not one of them" */
function isOfNobody(syntax: Syntax, source: Stretch | undefined): boolean {
  if (!source) return false
  const [before, first, next] = [syntax.word(source.from - 1), syntax.word(source.from), syntax.word(source.from + 1)]
  return /^(?:nobody|none|neither)$/u.test(first) || (first === 'few' && before !== 'a') || (first === 'no' && !/^(?:fewer|less|more)$/u.test(next)) || /^(?:neither|nor)$/u.test(before) || (before === 'not' && /^(?:one|a)$/u.test(first)) || (first === 'not' && next === 'one') || (before === 'no' && first === 'one')
}

/** "denied saying", "was never quoted as saying" */
function ofParticiple(syntax: Syntax, from: number): Modality {
  if (isAvoided(syntax, from)) return 'NEGATED'
  const relaying = syntax.word(from - 1) === 'as' ? governingVerb(syntax, from) : undefined
  // "misquoted her as saying", "denied having been quoted as saying"
  if (relaying && (syntax.token(relaying.head)?.lemma === 'misquote' || isAvoided(syntax, relaying.from) || (syntax.word(relaying.from - 1) === 'having' && isAvoided(syntax, relaying.from - 1)))) return 'NEGATED'
  return relaying ? ownModality(syntax, relaying) : 'ACTUAL'
}

/** "denied saying", "without saying", "stopped short of saying" */
function isAvoided(syntax: Syntax, from: number): boolean {
  const governing = syntax.verbAt(from - 1)
  return syntax.word(from - 1) === 'without' || (syntax.word(from - 1) === 'of' && syntax.word(from - 2) === 'short') || (governing !== undefined && without.has(syntax.token(governing.head)?.lemma ?? ''))
}

/** "if the mayor says", "had the mayor said", "did the mayor say …?" */
function isSupposed(syntax: Syntax, first: number, from: number): boolean {
  const { from: start, to } = syntax.sentenceAt(from)
  const before = syntax.word(first - 1)
  if (/^(?:if|unless|whether)$/u.test(before) || (first - 1 === start && /^(?:had|should)$/u.test(before))) return true
  return syntax.word(to - 1) === '?' && syntax.quotationAt(to - 1) < 0
}

function ownModality(syntax: Syntax, { negated, modal, from, head }: VerbGroup): Modality {
  if (negated) return 'NEGATED'
  for (let at = from - 1; at < head; at++) if (/^(?:almost|nearly)$/u.test(syntax.word(at))) return 'NEGATED'
  switch (modal) {
    case undefined:
      return 'ACTUAL'
    case 'will':
    case 'shall':
    case '’ll':
    case "'ll":
      return 'PLANNED'
    case 'should':
    case 'must':
      // "must have said"
      return Array.from({ length: head - from }, (_, step) => syntax.word(from + step)).includes('have') ? 'POSSIBLE' : 'REQUESTED'
    default:
      return 'POSSIBLE'
  }
}

/** The verb that an infinitive hangs on: "refused to say", "urged Ms Reed to say". */
function governingVerb(syntax: Syntax, from: number): VerbGroup | undefined {
  const { from: start } = syntax.sentenceAt(from)
  for (let at = from - 1; at >= Math.max(start, from - 8); at--) {
    const verb = syntax.verbAt(at)
    if (verb) return verb
  }
  return undefined
}
