// What speaks because somebody sends it out: "Ms Reed released a statement saying …", "tweeted a picture that read …".
import type { NounPhrase, VerbGroup } from '../draft.ts'
import { isDocument } from '../lexicon/documents.ts'
import { issuing } from '../lexicon/cue-habits.ts'
import { speaks, subjectOf, type Subject } from '../subject.ts'
import type { Syntax } from '../syntax.ts'

export interface Issued {
  /** Who sends it out. */
  readonly by: Subject
  /** First word of "released" in "released a statement saying". */
  readonly from: number
  readonly document: NounPhrase
}

/** The document just before a participle, "that" or "which", and who sends it out. */
export function issuedBefore(syntax: Syntax, verb: VerbGroup, subject: Subject | undefined): Issued | undefined {
  const relative = subject?.by === 'relative' && /^(?:that|which)$/u.test(syntax.word(subject.head))
  if (!relative && verb.form !== 'participle') return undefined
  const document = documentAt(syntax, relative ? subject.from : verb.from)
  if (!document) return undefined
  const issue = syntax.verbAt(document.from - 1) ?? (/^(?:out|up|off)$/u.test(syntax.word(document.from - 1)) ? syntax.verbAt(document.from - 2) : undefined)
  if (!issue || issue.passive || !issuing.has(syntax.token(issue.head)?.lemma ?? '')) return undefined
  const by = subjectOf(syntax, issue)
  const sender = by && syntax.token(by.head)
  // "The Star Post" is a name, and no post.
  return by && by.to <= issue.from && speaks(syntax, by.head) && (sender?.tag === 'PROPN' || !isDocument(sender)) ? { by: { ...by, by: 'shared' }, from: issue.from, document } : undefined
}

function documentAt(syntax: Syntax, end: number): NounPhrase | undefined {
  const noun = syntax.nounAt(end - 1)
  return noun && noun.to === end && isDocument(syntax.token(noun.head)) ? noun : undefined
}
