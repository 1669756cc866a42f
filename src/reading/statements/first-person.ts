// "I" and "my" inside somebody's quoted words are he who speaks; "you" is she to whom alone they are said.
import type { Attributed } from '../draft.ts'
import type { Found } from './speakers.ts'

const first = new Set(['i', 'me', 'my', 'mine', 'myself'])
const second = new Set(['you', 'your', 'yours', 'yourself'])

export function findFirstPersons({ syntax, cast }: Found, { content }: Attributed, speakers: readonly string[], addressees: readonly string[]): void {
  const speaker = onlyPerson(cast, speakers)
  const addressee = onlyPerson(cast, addressees)
  if (speaker === undefined && addressee === undefined) return
  for (const { from, to } of content) {
    for (let at = from; at < to; at++) {
      const quotation = syntax.quotations[syntax.quotationAt(at)]
      if (!quotation || at < quotation.from || isDeeper(syntax, at)) continue
      const word = syntax.word(at)
      const here = { from: at, to: at + 1 }
      if (speaker !== undefined && first.has(word)) cast.refer(here, speaker, 'PRONOUN', 'FIRST_PERSON', 'It stands in the quoted words of this speaker.', 0.9)
      if (addressee !== undefined && second.has(word)) cast.refer(here, addressee, 'PRONOUN', 'SECOND_PERSON', 'It stands in quoted words said to this one alone.', 0.7)
    }
  }
}

function onlyPerson(cast: Found['cast'], refs: readonly string[]): string | undefined {
  const [one] = refs
  return refs.length === 1 && one !== undefined && cast.entity(one)?.kind === 'PERSON' ? one : undefined
}

/** Inside a quotation within the quotation: somebody else's words. */
function isDeeper(syntax: Found['syntax'], at: number): boolean {
  return syntax.depthAt(at) > 0
}
