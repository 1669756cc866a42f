// "I" and "my" inside somebody's quoted words are he who speaks; "you" is she to whom alone they are said.
import type { Attributed } from '../draft.ts'
import { quotationsIn } from './quoted.ts'
import type { Found } from './speakers.ts'

const first = new Set(['i', 'me', 'my', 'mine', 'myself'])
const second = new Set(['you', 'your', 'yours', 'yourself'])

export function findFirstPersons({ syntax, cast }: Found, { content }: Attributed, speakers: readonly string[], addressees: readonly string[]): void {
  const speaker = onlyPerson(cast, speakers)
  const addressee = onlyPerson(cast, addressees)
  if (speaker === undefined && addressee === undefined) return
  for (const stretch of content) {
    for (const index of quotationsIn(syntax, stretch)) {
      const quotation = syntax.quotations[index]
      if (!quotation) continue
      for (let at = Math.max(quotation.from, stretch.from); at < Math.min(quotation.to, stretch.to); at++) {
        // Inside a quotation within the quotation stand somebody else's words.
        if (syntax.depthAt(at) > 0) continue
        const word = syntax.word(at)
        const here = { from: at, to: at + 1 }
        if (speaker !== undefined && first.has(word)) cast.refer(here, speaker, 'PRONOUN', 'FIRST_PERSON', 'It stands in the quoted words of this speaker.', 0.9)
        if (addressee !== undefined && second.has(word)) cast.refer(here, addressee, 'PRONOUN', 'SECOND_PERSON', 'It stands in quoted words said to this one alone.', 0.7)
      }
    }
  }
}

function onlyPerson(cast: Found['cast'], refs: readonly string[]): string | undefined {
  const [one] = refs
  return refs.length === 1 && one !== undefined && cast.entity(one)?.kind === 'PERSON' ? one : undefined
}
