// Who answers in an interview whose answers begin with "A:": "an interview with Ann Reed", or the one person of whom the words before the first question tell.
import type { DraftMention } from '../draft.ts'
import { nobody, type Found, type Voices } from './speakers.ts'

/** Behind them stands with whom one speaks. */
const talks: ReadonlySet<string> = new Set(['interview', 'interviewed', 'conversation', 'q&a', 'talk', 'talked', 'spoke', 'chat', 'chatted'])

/** Whose the answers are. Nobody's where the words before the first question name several people or none. */
export function interviewedIn({ draft, cast }: Found): Voices {
  const { tokens, sentences } = draft
  const first = sentences.find(({ from }) => tokens[from]?.lower === 'q' && /^[:.]$/u.test(tokens[from + 1]?.lower ?? ''))
  const people = cast.within({ from: 0, to: first?.from ?? 0 }).filter(({ mention }) => mention.form === 'NAME' && cast.entity(mention.entity)?.kind === 'PERSON')
  const wordAt = (at: number): string => tokens[at]?.lower ?? ''
  const named = people.map(one => whoTalks(cast, one, wordAt)).find(ref => ref !== undefined)
  const refs = new Set(people.map(({ mention }) => mention.entity))
  const ref = named ?? (refs.size === 1 ? [...refs][0] : undefined)
  return ref === undefined ? nobody : { ...nobody, speakers: [ref], attribution: 'INFERRED', confidence: named ? 0.85 : 0.7 }
}

/** Ann Reed of "interview with Ann Reed" and "we talked to the mayor, Ann Reed"; of "she spoke to our editor Ola Berg" she. */
function whoTalks(cast: Found['cast'], { from, mention }: DraftMention, wordAt: (at: number) => string): string | undefined {
  for (let at = from - 1; at > from - 6; at--) {
    if (!/^(?:with|to)$/u.test(wordAt(at)) || !talks.has(wordAt(at - 1))) continue
    const subject = /^(?:spoke|talked|chatted)$/u.test(wordAt(at - 1)) ? cast.meant(at - 2)?.mention.entity : undefined
    return cast.entity(subject ?? '')?.kind === 'PERSON' ? subject : mention.entity
  }
  return wordAt(from - 1) === 'interviewed' ? mention.entity : undefined
}
