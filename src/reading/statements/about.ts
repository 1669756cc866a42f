// Whom or what a statement is about: of all that its content mentions, what it begins with, what it names, and what it comes back to.
import type { Attributed, DraftMention } from '../draft.ts'
import type { Syntax } from '../syntax.ts'
import type { Found } from './speakers.ts'

/** No statement is about more. */
const most = 5

export function aboutOf(found: Found, { content }: Attributed, speakers: readonly string[]): readonly string[] {
  const { syntax, cast } = found
  const scores = new Map<string, number>()
  const scoreOf = (ref: string): number => scores.get(ref) ?? 0
  let subject = true
  for (const stretch of content) {
    for (const one of cast.within(stretch)) {
      const { entity } = one.mention
      if (speakers.includes(entity)) continue
      scores.set(entity, scoreOf(entity) + weightOf(found, one) + (subject && isSubject(syntax, one) ? 3 : 0))
      subject = false
    }
  }
  const about = [...scores.keys()].filter(ref => scoreOf(ref) >= 1)
  return about.length < 2 ? about : about.sort((one, other) => scoreOf(other) - scoreOf(one)).slice(0, most)
}

function weightOf({ syntax, cast }: Found, { from, mention }: DraftMention): number {
  const named = cast.entity(mention.entity)?.named === true
  const topic = /^(?:about|on|of|over|against|with|towards?)$/u.test(syntax.word(from - 1)) ? 0.5 : 0
  switch (mention.form) {
    case 'ADJECTIVE':
      return 0.5
    case 'PRONOUN':
      return 0.5
    default:
      return topic + (named ? 2 : 1)
  }
}

/** Whether a finite verb follows close behind. */
function isSubject(syntax: Syntax, { to }: DraftMention): boolean {
  for (let at = to; at < to + 4; at++) if (syntax.verbAt(at)?.form === 'finite') return true
  return false
}
