// Which words are foremost in their sentences: the subjects, who does what is told in the passive, and whom a subject is about.
import type { Draft } from '../draft.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { subjectOf } from '../subject.ts'
import type { Syntax } from '../syntax.ts'

/** The heads of the phrases that are. */
export function subjectsOf(draft: Draft, syntax: Syntax): ReadonlySet<number> {
  const heads = new Set<number>()
  // "Ann Reed, once a judge and now a mayor, …"
  for (const { from } of draft.sentences) {
    const noun = syntax.nounAt(from)
    if (noun?.from !== from || syntax.quotationAt(from) >= 0) continue
    const isName = syntax.token(noun.head)?.tag === 'PROPN'
    const home = isName && syntax.word(noun.to) === 'of' ? syntax.nounAt(noun.to + 1) : undefined
    if (syntax.word(home?.to ?? noun.to) !== ',') continue
    // "Hale’s party, the Red Front, …"
    const next = syntax.nounAt(noun.to + 1)
    if (isName) heads.add(noun.head)
    else if (next?.from === noun.to + 1 && syntax.token(next.head)?.tag === 'PROPN') heads.add(next.head)
  }
  for (const verb of draft.verbGroups) {
    if (verb.form !== 'finite') continue
    const subject = subjectOf(syntax, verb)
    if (subject) heads.add(subject.head)
    // "The whereabouts of Ann Reed were unclear", "Ann Reed's future was in doubt": it is about her.
    const about = subject && aboutWhom(syntax, subject.head)
    if (about !== undefined) heads.add(about)
    // "The case was brought by Ann Reed": who did it is foremost, where a thing is the subject.
    const agent = subject && verb.passive && syntax.word(verb.to) === 'by' && syntax.token(subject.head)?.tag === 'NOUN' ? syntax.nounAt(verb.to + 1) : undefined
    if (agent && kindOfSpeaker(syntax.token(subject?.head ?? -1)?.lemma ?? '', syntax.word(subject?.head ?? -1)) === 'TOPIC') heads.add(agent.head)
  }
  return heads
}

/** Things that only somebody has, who is meant with them. */
const ofSomebody: ReadonlySet<string> = new Set('whereabouts fate future death body career condition health life childhood resignation arrest appointment departure election funeral family reputation'.split(' '))

/** The name behind "of", or the owner, of such a thing. */
function aboutWhom(syntax: Syntax, head: number): number | undefined {
  const token = syntax.token(head)
  if (token?.tag !== 'NOUN' || !ofSomebody.has(token.lower)) return undefined
  const behind = syntax.word(head + 1) === 'of' ? syntax.nounAt(head + 2) : undefined
  if (behind?.from === head + 2 && syntax.token(behind.head)?.tag === 'PROPN') return behind.head
  const { from = head } = syntax.nounAt(head) ?? {}
  for (let at = head - 1; at > from; at--) if (/^['’]s?$/u.test(syntax.word(at))) return syntax.token(at - 1)?.tag === 'PROPN' ? at - 1 : undefined
  return undefined
}
