// The noun phrases that several are named by: "Mr Hale and Ms Reed", "Mr Hale, Ms Reed and the army".
import type { NounPhrase, Stretch } from '../draft.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import type { Syntax } from '../syntax.ts'

/** No list is followed further, in phrases. */
const longestList = 12

/** The phrases that stand beside one another in a stretch, from the one that holds its head; what hangs on them is left out. */
export function phrasesIn(syntax: Syntax, { from, to, head }: Stretch & { readonly head: number }): readonly NounPhrase[] {
  const whole = syntax.nounAt(from)
  const inner = syntax.nounAt(head)
  const chain = whole ? chainFrom(syntax, whole, to) : []
  // The head may be any of a list.
  // "Ann Reed, president and CEO of the firm": one, whatever the words hang on.
  const isOffice = inner !== undefined && inner.from === inner.head && offices.has(syntax.word(inner.head)) && whole !== undefined && isName(syntax, whole)
  return inner === undefined || chain.includes(inner) || inner === whole || isOffice ? chain : chainFrom(syntax, inner, to)
}

function chainFrom(syntax: Syntax, first: NounPhrase, to: number): readonly NounPhrase[] {
  const found = [first]
  const commas: NounPhrase[] = []
  let last: NounPhrase = first
  for (let step = 0; step < longestList; step++) {
    const joint = jointBehind(syntax, last.to, to)
    const next = joint && syntax.nounAt(joint.to)
    if (!joint || !next || next.from !== joint.to || next.to > to) break
    // What commas join is a list only where an "and" ends it; else it says who somebody is.
    if (joint.comma) commas.push(next)
    else if (commas.length === 0) found.push(next)
    // "the minister, a lawyer and father": one article for both.
    else if (hasArticle(syntax, commas[0]) && !hasArticle(syntax, next) && !isName(syntax, next)) break
    else {
      // "two analysts, Mr Hale and Ms Reed": the names say who the two are. "Ms Reed, a lawyer and mother": all one.
      if (!isName(syntax, first) && isName(syntax, next) && commas.every(phrase => isName(syntax, phrase))) found.length = 0
      // "Ms Reed, president and founder of the firm": one again; but "Hale, teachers and nurses".
      if (isName(syntax, next) || !isName(syntax, first) || isPlural(syntax, next)) found.push(...commas.splice(0).filter(phrase => isName(syntax, phrase) === isName(syntax, next)), next)
    }
    last = next
  }
  return found
}

function jointBehind(syntax: Syntax, at: number, end: number): { readonly to: number; readonly comma: boolean } | undefined {
  const word = syntax.word(at)
  const next = syntax.word(at + 1)
  if (at >= end) return undefined
  if (word === 'and' || word === '&' || word === 'or' || word === 'nor') return { to: next === 'both' ? at + 2 : at + 1, comma: false }
  if (word === ',' && (next === 'and' || next === 'or')) return { to: at + 2, comma: false }
  if (word === 'as' && next === 'well' && syntax.word(at + 2) === 'as') return { to: at + 3, comma: false }
  return word === ',' ? { to: at + 1, comma: true } : undefined
}

function hasArticle(syntax: Syntax, phrase: NounPhrase | undefined): boolean {
  return phrase !== undefined && syntax.token(phrase.from)?.tag === 'DET'
}

function isPlural(syntax: Syntax, { head }: NounPhrase): boolean {
  const token = syntax.token(head)
  return token !== undefined && token.lower !== token.lemma && token.lower.endsWith('s')
}

/** "Ann Reed, Chairwoman and CEO of the firm": a capital, and no name. */
function isName(syntax: Syntax, { from, head }: NounPhrase): boolean {
  const token = syntax.token(head)
  return token?.tag === 'PROPN' && !(from === head && (offices.has(token.lower) || (syntax.word(from - 1) === ',' && kindOfSpeaker(token.lower, token.lower) === 'PERSON' && syntax.word(head + 1) === 'and')))
}

const offices: ReadonlySet<string> = new Set(['ceo', 'cfo', 'coo', 'cto', 'chairman', 'chairwoman', 'chair', 'president', 'director', 'founder', 'co-founder'])
