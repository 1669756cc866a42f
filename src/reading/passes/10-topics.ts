// Events as what statements are about and aimed at: found after statements, because whose word an event is depends on them.
import type { ReadStatement } from '../../model/reading.ts'
import type { SpeechAct } from '../../model/vocabulary.ts'
import type { Draft, DraftMention } from '../draft.ts'
import { firstFrom } from '../first-from.ts'

/** No statement is about more. */
const most = 5
/** What these acts are aimed at may be an event: "condemned the attacks". */
const aimed: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['CONDEMN', 'CRITICISE', 'PRAISE', 'REFUSE', 'AGREE'])

export function findTopics(draft: Draft): void {
  const kinds = new Map(draft.entities.map(({ ref, kind }) => [ref, kind]))
  const events = draft.mentions.filter(({ mention }) => kinds.get(mention.entity) === 'EVENT')
  draft.statements = draft.statements.map(statement => withEvents(statement, events))
}

function withEvents(statement: ReadStatement, events: readonly DraftMention[]): ReadStatement {
  const { content, about, targets, act } = statement
  const refs = new Set<string>()
  let target: string | undefined
  for (const [index, { start, end }] of content.entries()) {
    for (let at = firstFrom(events, start, one => one.mention.start); at < events.length; at++) {
      const mention = events[at]?.mention
      if (!mention || mention.start >= end || refs.size === most) break
      if (mention.end > end) continue
      refs.add(mention.entity)
      if (index === 0 && mention.start === start) target ??= mention.entity
    }
  }
  if (refs.size === 0) return statement
  return {
    ...statement,
    about: [...new Set([...about, ...refs])].slice(0, most),
    ...(target !== undefined && targets.length === 0 && aimed.has(act) && { targets: [target] }),
  }
}
