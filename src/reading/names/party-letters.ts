// The party behind a name: "Ann Reed (R-Ohio)", "Ann Reed (D)", "Ann Reed (Con)".
import type { Search } from './known.ts'
import type { NameSpan } from './span.ts'

const parties: ReadonlyMap<string, string> = new Map([['R', 'Republican Party'], ['D', 'Democratic Party'], ['Con', 'Conservative Party'], ['Lab', 'Labour Party']])

/** The letters that tell it, right behind somebody's name, in brackets; what stands so between commas is taken for who speaks. */
export function partyBehind({ draft: { tokens }, gazetteer }: Search, { kind, known, from, to }: NameSpan, titled: boolean): NameSpan | undefined {
  if (known || !(kind === 'PERSON' || titled) || !(titled || to - from > 1)) return undefined
  const at = to + 1
  const [letters = '', ...state] = tokens[at]?.text.split('-') ?? []
  const isClosed = tokens[to]?.text === '(' && tokens[at + 1]?.text === ')'
  const organisation = isClosed ? gazetteer.organisationOf(parties.get(letters) ?? '') : undefined
  if (!organisation || !/^(?:\p{Lu}.*)?$/u.test(state[0] ?? '')) return undefined
  return {
    from: at,
    to: at + 1,
    head: at,
    kind: 'ORGANISATION',
    known: { kind: 'ORGANISATION', known: organisation, name: organisation.name, by: 'demonym', plural: false, ambiguous: false },
    form: 'ADJECTIVE',
    rule: 'KNOWN_DEMONYM',
    reason: `“${letters}” behind a name stands for the ${organisation.name}.`,
    confidence: 0.9,
  }
}
