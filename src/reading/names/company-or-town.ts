// What only a company or only a town has beside its name: "shares in Nordvik", "Nordvik, which makes engines", "the streets of Lissow", "Lissow residents".
import type { Token } from '../draft.ts'
import { companyDeeds, makersOf, ofCompanies, ofTowns, results, towns, workforce } from '../lexicon/company-or-town.ts'
import { businesses } from '../lexicon/name-words.ts'

/** Of the words `from` to `to`, of which nothing is known; undefined where nothing beside them tells. */
export function companyOrTown(tokens: readonly Token[], from: number, to: number): 'ORGANISATION' | 'PLACE' | undefined {
  if (isCompany(tokens, from, to)) return 'ORGANISATION'
  return isTown(tokens, from, to) ? 'PLACE' : undefined
}

function isCompany(tokens: readonly Token[], from: number, to: number): boolean {
  const lower = (at: number): string => tokens[at]?.lower ?? ''
  const [before, next] = [lower(from - 1), lower(to)]
  // "carmaker Nordvik", "a company called Nordvik"
  if (businesses.has(before) || (/^(?:called|named)$/u.test(before) && businesses.has(lower(from - 2)))) return true
  // "machine tool maker Nordvik"; but "film maker Zdzon Kral"
  if (before === 'maker' && tokens[from - 2]?.tag === 'NOUN' && !makersOf.has(lower(from - 2))) return true
  // "Nordvik’s shares", "Nordvik’s supervisory board"
  if (/^['’]s$/u.test(next)) return has(tokens, to + 1, ofCompanies, 2)
  // "Nordvik employs 500 people", "Nordvik reported a loss"
  if (/^employs?$/u.test(next) && tokens[to + 1]?.tag === 'NUM') return true
  if (/^(?:reported|posted)$/u.test(next) && has(tokens, to + 1, results, 4)) return true
  // "Nordvik raised its forecast"
  if (lower(to + 1) === 'its' && tokens[to]?.tag === 'VERB' && companyDeeds.has(tokens[to]?.lemma ?? '')) return true
  // "Nordvik, owned by a pension fund,"
  if (next === ',' && lower(to + 1) === 'owned' && lower(to + 2) === 'by') return true
  // "Nordvik, which makes engines"
  if (next === ',' && lower(to + 1) === 'which') return /^(?:makes|sells|owns|operates|runs|employs|produces|builds|manufactures|publishes|supplies)$/u.test(lower(to + 2))
  // "founded Nordvik in 2011", "the acquisition of Nordvik"
  if (/^(?:co-)?found(?:ed|ing)$/u.test(before) || (before === 'of' && /^(?:acquisition|subsidiary|subsidiaries|flotation|buyout)$/u.test(lower(from - 2)))) return true
  // "works for Nordvik", "workers at Nordvik"
  if (/^(?:for|at)$/u.test(before) && /^works?$|^worked$|^working$/u.test(lower(from - 2))) return !/^(?:NOUN|PROPN|PART)$/u.test(tokens[to]?.tag ?? '')
  if (/^(?:at|of)$/u.test(before) && /^(?:employees|shareholders|shares)$/u.test(lower(from - 2))) return true
  if (before === 'at' && workforce.has(lower(from - 2))) return true
  // "members of Unite at Nordvik"
  if (before === 'at' && lower(from - 3) === 'of' && /^members?$/u.test(lower(from - 4))) return true
  // "bought Nordvik for $2bn"
  return /^(?:bought|buys|acquired|acquires|acquire|buy|buying|acquiring)$/u.test(before) && next === 'for' && (tokens[to + 1]?.tag === 'NUM' || /^[$€£]/u.test(tokens[to + 1]?.text ?? ''))
}

/** One of these nouns within so many words, over adjectives, nouns and figures: "third-quarter operating | profit". */
function has(tokens: readonly Token[], from: number, nouns: ReadonlySet<string>, most: number): boolean {
  for (let at = from; at <= from + most; at++) {
    const token = tokens[at]
    if (!token || !(/^(?:ADJ|NOUN|NUM|DET|PROPN|PUNCT)$/u.test(token.tag) || token.lower.endsWith('ing')) || /^[,.;:]$/u.test(token.text)) return false
    if (nouns.has(token.lower) && !/^(?:NOUN|PROPN)$/u.test(tokens[at + 1]?.tag ?? '')) return true
  }
  return false
}

function isTown(tokens: readonly Token[], from: number, to: number): boolean {
  const lower = (at: number): string => tokens[at]?.lower ?? ''
  const [before, next] = [lower(from - 1), lower(to)]
  // "Lissow residents", "Lissow’s residents"
  if (ofTowns.has(/^['’]s$/u.test(next) ? lower(to + 1) : next)) return true
  // "the streets of Lissow", "north of Lissow"
  if (before === 'of' && (ofTowns.has(lower(from - 2)) || /^(?:north|south|east|west|(?:north|south)-?(?:east|west)|miles|kilometres|kilometers|km)$/u.test(lower(from - 2)))) return true
  // "Ann Reed, 46, of Lissow,"
  if (/^(?:of|from)$/u.test(before) && lower(from - 2) === ',' && /^\d\d$/u.test(lower(from - 3)) && /^[,.]$/u.test(next)) return true
  // "travelled to Lissow"
  if (before === 'to' && /^(?:travell?ed|flew|drove|fled|moved|sailed|marched|commuted|evacuated|deported)$/u.test(lower(from - 2))) return /^(?:PUNCT|ADP|CCONJ|PROPN)$/u.test(tokens[to]?.tag ?? 'PUNCT')
  // "shelled Lissow"
  if (/^(?:shelled|besieged|overran|recaptured|retook|shelling|besieging)$/u.test(before)) return true
  // "Lissow, a small town in Norway"
  if (next !== ',' || !/^(?:an?|the)$/u.test(lower(to + 1))) return false
  for (let at = to + 2; at < to + 6; at++) {
    if (towns.has(lower(at))) return /^(?:in|of|near|on|outside|where|that|which|[,.])$/u.test(lower(at + 1))
    if (!/^(?:ADJ|NOUN|ADV|NUM|PROPN)$/u.test(tokens[at]?.tag ?? '')) return false
  }
  return false
}
