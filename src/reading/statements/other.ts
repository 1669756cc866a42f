// Pronouns that cannot mean whom they were found to mean: “Hale lies,” he said; “You lie,” he answered, behind what Hale told somebody.
import type { ReadStatement } from '../../model/reading.ts'
import type { Attributed } from '../draft.ts'
import type { CueShape } from './cue-shape.ts'
import type { Found, Source, Voices } from './speakers.ts'

const personal = new Set(['he', 'she', 'they'])
const answering = new Set(['answer', 'reply', 'respond', 'retort', 'counter'])

export function isOther({ syntax, cast }: Found, { content }: Attributed, source: Source, { head }: CueShape, { speakers }: Voices, before: ReadStatement | undefined): boolean {
  if (source.to - source.from !== 1 || !personal.has(syntax.word(source.head)) || speakers.length === 0) return false
  // Nobody speaks of himself by name.
  const isNamed = content.some(stretch => cast.within(stretch).some(({ from, mention }) => mention.form === 'NAME' && syntax.quotationAt(from) >= 0 && speakers.includes(mention.entity)))
  if (isNamed) return true
  // Whom it was said to answers.
  return answering.has(head.lemma) && before !== undefined && before.kind !== 'INDIRECT' && before.addressees.length > 0 && speakers.some(ref => before.speakers.includes(ref))
}
