// What sort of thing a name that nothing is known of means, by its own words and those beside it.
import type { Draft, Stretch, Token } from '../draft.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { companyEnds } from '../lexicon/company-or-town.ts'
import { frames } from '../lexicon/cues.ts'
import { kinOfOne } from '../lexicon/descriptions.ts'
import { bodyHeads, eventHeads, lettersOfThings, namedBodies, neverGiven, particles, placeHeads, placePrepositions, staff, storms, surnamesToo } from '../lexicon/name-words.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isClub, isOfSport } from './clubs.ts'
import { isLegalForm } from './legal-form.ts'
import { companyOrTown } from './company-or-town.ts'
import type { NameSpan } from './span.ts'
import { isSurnameFirst } from './surname-first.ts'
import { isInDictionary } from '../tagger.ts'

export type Guess = Pick<NameSpan, 'kind' | 'rule' | 'reason' | 'confidence'>

export interface Written {
  /** All words of the text, as written. */
  readonly written: ReadonlySet<string>
  /** Those that stand alone with a capital: "Bell" of "Mr Bell", "Bell said". */
  readonly alone: ReadonlySet<string>
  /** Those that stand behind a given name or a form of address: "Reed" of "Ann Reed", "Hale" of "Mr Hale". */
  readonly borne: ReadonlySet<string>
  /** The words by whom something is said: "Progress" of "Demand Progress said". */
  readonly sources: ReadonlySet<number>
  /** Whether the text tells of clubs. */
  readonly sport: boolean
}

export function writtenIn({ tokens, written, attributions }: Pick<Draft, 'tokens' | 'written' | 'attributions'>, gazetteer: Gazetteer): Written {
  const alone = new Set<string>()
  const borne = new Set<string>()
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token?.capital) continue
    const before = at > 0 ? tokens[at - 1] : undefined
    const next = tokens[at + 1]
    if (before && before.sentence === token.sentence && (gazetteer.isGivenName(before.text) || /^(?:M(?:r|rs|s|iss)|Dr|Sir|Lord|Lady)\.?$/u.test(before.text))) borne.add(token.text)
    if (next?.capital || (before?.capital && !/^M(?:r|rs|s)\.?$/u.test(before.text))) continue
    const starts = before?.sentence !== token.sentence
    if (!starts || next?.tag === 'VERB' || next?.tag === 'AUX') alone.add(token.text)
  }
  return { written, alone, borne, sources: new Set(attributions.flatMap(({ source }) => (source ? [source.head] : []))), sport: isOfSport(written) }
}

/** The kind of the words `from` to `to`, of which `head` is what they are about. */
export function guess(tokens: readonly Token[], gazetteer: Gazetteer, { written, alone, borne, sources, sport }: Written, { from, to, head }: Stretch & { readonly head: number }): Guess {
  const first = tokens[from]
  const last = tokens[head]
  const before = tokens[from - 1]?.lower ?? ''
  const after = tokens[to]?.lower ?? ''
  const many = to - from > 1
  if (!first || !last) return nothing
  const isSurname = to - from === 2 && surnamesToo.has(last.lower) && gazetteer.isGivenName(first.text) && !placePrepositions.has(before)
  if (many && bodyHeads.has(last.lower) && !isSurname) return { kind: 'ORGANISATION', rule: 'NAME_OF_BODY', reason: `“${last.text}” ends the name of a body.`, confidence: 0.9 }
  if (many && to - from < 5 && tokens[head - 1]?.text === 'Radio' && head > from) return { kind: 'ORGANISATION', rule: 'NAME_OF_BODY', reason: '“Radio” stands before where the station is.', confidence: 0.85 }
  if (isCompany(tokens, gazetteer, from, to)) return { kind: 'ORGANISATION', rule: 'NAME_OF_BODY', reason: 'A legal form of companies ends the name.', confidence: 0.9 }
  if (many && companyEnds.has(last.lower) && !isInDictionary(first.lower) && !gazetteer.isGivenName(first.text)) return { kind: 'ORGANISATION', rule: 'NAME_OF_BODY', reason: `“${last.text}” ends the name of a company.`, confidence: 0.75 }
  if (many && eventHeads.has(last.lower) && !isSurname) return { kind: 'EVENT', rule: 'NAME_OF_EVENT', reason: `“${last.text}” ends the name of an event.`, confidence: 0.8 }
  if (many && isSurnameFirst(tokens.slice(from, to).map(token => token.text), gazetteer) && !placePrepositions.has(before)) return { kind: 'PERSON', rule: 'SURNAME_FIRST', reason: `“${first.text}” is a family name that stands first.`, confidence: 0.85 }
  if (sport && (!gazetteer.isGivenName(first.text) || last.lower === 'end') && !borne.has(last.text) && isClub(tokens, from, to)) return { kind: 'ORGANISATION', rule: 'NAME_OF_CLUB', reason: 'The article tells of clubs, and this is one’s name.', confidence: 0.75 }
  if (many && (placeHeads.has(last.lower) || (placeHeads.has(first.lower) && first.lower !== 'state')) && !isSurname) return { kind: 'PLACE', rule: 'NAME_OF_PLACE', reason: 'A word for a sort of place is part of the name.', confidence: 0.85 }
  // "the State", "the Bay": a sort of place, and no name of one.
  if (!many && placeHeads.has(first.lower)) return nothing
  if (many && to - from === 2 && first.text === 'Storm' && weather.some(word => written.has(word))) return { kind: 'EVENT', rule: 'NAME_OF_EVENT', reason: '“Storm” begins the name of an event.', confidence: 0.8 }
  if (many && gazetteer.isGivenName(first.text)) return { kind: 'PERSON', rule: 'GIVEN_NAME', reason: `“${first.text}” is a given name.`, confidence: 0.95 }
  if (/^\p{Lu}.*-(?:based|listed|headquartered|owned|backed)$/u.test(tokens[from - 1]?.text ?? '')) return { kind: 'ORGANISATION', rule: 'NAME_BESIDE_BODY', reason: `“${tokens[from - 1]?.text ?? ''}” tells of a body.`, confidence: 0.75 }
  if (before === 'at' && staff.has(tokens[from - 2]?.lower ?? '')) return { kind: 'ORGANISATION', rule: 'NAME_BESIDE_BODY', reason: `Whose ${tokens[from - 2]?.lower ?? ''} speak or work is a body.`, confidence: 0.7 }
  if (/^L['’]\p{Lu}/u.test(first.text)) return { kind: 'ORGANISATION', rule: 'NAME_WITH_ARTICLE', reason: 'An article begins the name; people have none.', confidence: 0.6 }
  if (isInRegion(tokens, to)) return { kind: 'PLACE', rule: 'NAME_BEFORE_PLACE', reason: 'The region that it is in stands behind it.', confidence: 0.7 }
  if (isSaidToBeBody(tokens, from, to)) return { kind: 'ORGANISATION', rule: 'NAME_BESIDE_BODY', reason: 'What sort of body it is stands beside it.', confidence: 0.8 }
  if (storms.has(first.lower) && many) return { kind: 'EVENT', rule: 'NAME_OF_EVENT', reason: `“${first.text}” begins the name of an event.`, confidence: 0.85 }
  if (!many && gazetteer.isGivenName(first.text) && isBesideKin(tokens, from)) return { kind: 'PERSON', rule: 'GIVEN_NAME_ALONE', reason: 'It is a given name, and what its bearer is stands before it.', confidence: 0.85 }
  if (!many && /^\p{Lu}{2,6}s?$/u.test(first.text) && !isShouted(tokens, written, from) && !isNoBody(tokens, from) && !beginsDateline(tokens, from)) return { kind: 'ORGANISATION', rule: 'ACRONYM', reason: 'Capitals alone, as bodies are shortened.', confidence: 0.6 }
  if (many && /^\p{Lu}\.$/u.test(tokens[from + 1]?.text ?? first.text)) return { kind: 'PERSON', rule: 'INITIALS', reason: 'Initials stand in the name.', confidence: 0.9 }
  if (placeHeads.has(after) && before !== 'the' && !neverGiven.has(first.lower)) return { kind: 'PLACE', rule: 'NAME_BEFORE_PLACE', reason: `“${after}” follows it.`, confidence: 0.8 }
  if (/^(?:city|town|village|province|state|county|district|region|island|port|capital)$/u.test(before) || (before === 'of' && placeHeads.has(tokens[from - 2]?.lower ?? ''))) {
    return { kind: 'PLACE', rule: 'NAME_AFTER_PLACE', reason: 'A word for a sort of place stands before it.', confidence: 0.85 }
  }
  if (before === 'of' && /^(?:mayor|mayoress|governor|bishop|archbishop)$/u.test(tokens[from - 2]?.lower ?? '')) return { kind: 'PLACE', rule: 'NAME_AFTER_ROLE', reason: 'Such an office is that of a place.', confidence: 0.75 }
  if (before === 'for' && !borne.has(last.text) && /^(?:mps?|meps?|msps?|tds?|councillors?|member)$/u.test(tokens[from - 2]?.lower ?? '')) return { kind: 'PLACE', rule: 'NAME_AFTER_ROLE', reason: 'It is the seat that somebody has.', confidence: 0.75 }
  if (/^(?:of|for|at)$/u.test(before) && isRole(tokens, gazetteer, from - 1)) return { kind: 'ORGANISATION', rule: 'NAME_AFTER_ROLE', reason: 'It is what somebody holds an office of.', confidence: 0.75 }
  const told = borne.has(last.text) || gazetteer.isGivenName(first.text) || ((!many || tokens[from - 1]?.sentence !== first.sentence) && isOrdinary(tokens.slice(from, to))) ? undefined : companyOrTown(tokens, from, to)
  if (told) return { kind: told, rule: 'NAME_BESIDE_THING', reason: `What stands beside it only a ${told === 'PLACE' ? 'place' : 'company'} has or does.`, confidence: 0.75 }
  // "Shares in Halvar Home", "a stake in Brenza"
  if (before === 'in' && /^(?:shares?|stakes?|stock|holding|investors?|invest(?:ed|ing)?)$/u.test(tokens[from - 2]?.lower ?? '')) return { kind: 'ORGANISATION', rule: 'NAME_BESIDE_BODY', reason: 'Somebody has a share in it.', confidence: 0.7 }
  if (placePrepositions.has(before) && !(!many && isCommon(first, tokens[to])) && !(many && tokens[to]?.lower === "'s")) return { kind: 'PLACE', rule: 'NAME_IN', reason: `“${before}” stands before it.`, confidence: many ? 0.55 : 0.6 }
  if (before === 'the') return { kind: many ? 'ORGANISATION' : undefined, rule: 'NAME_WITH_ARTICLE', reason: 'An article stands before the name; people have none.', confidence: 0.5 }
  const office = officeBehind(tokens, gazetteer, to)
  if (office?.of && !isOrdinary(tokens.slice(from, to)) && !tokens.slice(from, to).some(({ text }) => /-\p{Ll}+(?:ing|ed)$/u.test(text))) return { kind: office.of, rule: 'NAME_BEFORE_ROLE', reason: `“${office.name}” is an office of such a body.`, confidence: 0.7 }
  if (many && isSaidToBeSomebody(tokens, from, to)) return { kind: 'PERSON', rule: 'NAME_BESIDE_PERSON', reason: 'Who that is, or how old, stands beside it.', confidence: 0.85 }
  if (many && !alone.has(last.text) && isOrdinary(tokens.slice(from, to))) return sources.has(head) ? { kind: 'ORGANISATION', rule: 'ORDINARY_WORDS', reason: 'It speaks, and is called by ordinary words, as bodies are.', confidence: 0.5 } : nothing
  if (many && to - from <= 4 && !neverGiven.has(first.lower) && !office && (alone.has(last.text) || !written.has(last.lower)) && tokens.slice(from, to).every((token, index) => mayBeOfPerson(token.text, index))) return { kind: 'PERSON', rule: 'NAME_LIKE_A_PERSON', reason: 'Two or three capitalised words without an article.', confidence: 0.6 }
  return nothing
}

/** "Santa Brenza, | in the Arvo region": a region, and no room or court, that something is in. */
function isInRegion(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma]?.text !== ',' || tokens[comma + 1]?.lower !== 'in' || tokens[comma + 2]?.lower !== 'the') return false
  for (let at = comma + 3; at < comma + 7; at++) {
    const token = tokens[at]
    if (/^(?:region|province|district|county|department|governorate|prefecture|municipality)$/u.test(token?.lower ?? '')) return at > comma + 3
    if (!/^(?:PROPN|ADJ|NOUN)$/u.test(token?.tag ?? '')) return false
  }
  return false
}

/** "HARL, Kelt (ANW) –": the town before the dash that ends such a sentence. */
function beginsDateline(tokens: readonly Token[], from: number): boolean {
  const sentence = tokens[from]?.sentence
  if (tokens[from - 1]?.sentence === sentence) return false
  let to = from + 1
  while (to < from + 16 && tokens[to]?.sentence === sentence) to++
  return tokens[to]?.sentence !== sentence && /^(?:[-–—]|--)$/u.test(tokens[to - 1]?.text ?? '')
}

/** Words of a text that tells of a storm. */
const weather = ['storm', 'storms', 'winds', 'gusts', 'flood', 'floods', 'flooding', 'gales', 'forecasters', 'rain']

/** "Lind Motor AG", "Lind Motor, Inc.", "Lind plc"; "Texas AG" is its attorney general, "Elko, NV" in Nevada. */
function isCompany(tokens: readonly Token[], gazetteer: Gazetteer, from: number, to: number): boolean {
  const next = tokens[to]?.text === ',' ? tokens[to + 1] : tokens[to]
  if (next && isLegalForm(next.text) && (next.text === 'plc' || (tokens[to]?.text === ',' && !/^[A-Z]{2}$/u.test(next.text)))) return true
  if (to - from < 2 || !isLegalForm(tokens[to - 1]?.text ?? '')) return false
  const known = gazetteer.match(tokens.slice(from, to - 1).map(token => token.text), 0)
  return known?.entries.some(({ kind }) => kind === 'PLACE' || kind === 'COUNTRY') !== true
}

/** "the trade union | Numsa", "Brisa, | the company that runs it": the noun before, or behind a comma with what tells of it. */
function isSaidToBeBody(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  const next = tokens[to]
  if (before?.tag === 'NOUN' && before.lower === before.lemma && namedBodies.has(before.lower)) return (next?.tag !== 'VERB' && next?.tag !== 'AUX') || tokens.slice(from, to).some(({ lower }) => lower === 'for') ? tokens[from - 2]?.tag !== 'PUNCT' : frames.get(next.lemma)?.has('say') === true
  // "its parent company, | Acme Tools, said"
  if (before?.text === ',' && /^[,.]$/u.test(next?.text ?? '.') && namedBodies.has(tokens[from - 2]?.lower ?? '') && [3, 4, 5].some(step => /^(?:its|their|the|an?|another|['’]s)$/u.test(tokens[from - step]?.lower ?? ''))) return true
  if (next?.text !== ',' || !/^(?:the|an?|which)$/u.test(tokens[to + 1]?.lower ?? '')) return false
  for (let at = to + 2; at < to + 6; at++) {
    const noun = tokens[at]
    // "IG Handel, the union, has threatened"
    if (noun?.tag === 'NOUN' && namedBodies.has(noun.lower) && tokens[at + 1]?.text === ',' && /^(?:VERB|AUX)$/u.test(tokens[at + 2]?.tag ?? '')) return true
    if (noun?.tag === 'NOUN' && namedBodies.has(noun.lower)) return /^(?:that|which|behind)$/u.test(tokens[at + 1]?.lower ?? '') || (tokens[to + 1]?.lower !== 'the' && /^(?:of|based|for|,|\.)$/u.test(tokens[at + 1]?.lower ?? ''))
    if (!/^(?:ADJ|NOUN|PROPN|PUNCT|PART)$/u.test(noun?.tag ?? '') || /^[,.;:]$/u.test(noun?.text ?? '')) return false
  }
  return false
}

/** "the company’s chairman, | Rose Field, said", "Rose Field, 46,": what only somebody is. Not "her husband, Navy SEAL Tom Hale". */
function isSaidToBeSomebody(tokens: readonly Token[], from: number, to: number): boolean {
  const [comma, noun, next] = [tokens[from - 1], tokens[from - 2], tokens[to]]
  if (next !== undefined && !/^[,.]$/u.test(next.text)) return false
  if (comma?.text === ',' && noun?.tag === 'NOUN' && noun.lower === noun.lemma && kindOfSpeaker(noun.lemma, noun.lower) === 'PERSON' && !kinOfOne.has(noun.lower)) return true
  return next?.text === ',' && /^\d\d$/u.test(tokens[to + 1]?.text ?? '') && /^[,.]$/u.test(tokens[to + 2]?.text ?? '')
}

/** "the BUSTED minister": a word that the text also has in small letters or with one capital, or beside another in capitals. */
function isShouted(tokens: readonly Token[], written: ReadonlySet<string>, at: number): boolean {
  const { text = '', lower = '', sentence } = tokens[at] ?? {}
  if (text.length < 4) return false
  const isLoud = (token: Token | undefined): boolean => token !== undefined && token.sentence === sentence && /^\p{Lu}{2,}$/u.test(token.text)
  return written.has(lower) || written.has(text.charAt(0) + lower.slice(1)) || (text.length > 5 && (isLoud(tokens[at - 1]) || isLoud(tokens[at + 1])))
}

interface Office {
  readonly name: string
  /** What has such an office, where the office tells. */
  readonly of?: 'ORGANISATION' | 'PLACE'
}

/** "Harl Vale | MP Ann Reed", "Nordvik | chief executive Ann Reed", "Harl’s mayor, Ola Berg": the office behind a name, of somebody named. */
function officeBehind(tokens: readonly Token[], gazetteer: Gazetteer, to: number): Office | undefined {
  const isOwner = /^['’]s$/u.test(tokens[to]?.text ?? '')
  const from = isOwner ? to + 1 : to
  const found = gazetteer.titleAt(tokens.slice(from, from + 5).map(token => token.text), 0)
  const isFounder = /^(?:co-)?founder$/u.test(tokens[from]?.text ?? '')
  const end = found ? from + found.length : isFounder ? from + 1 : from
  const name = tokens[isOwner && tokens[end]?.text === ',' ? end + 1 : end]
  if (end === from || !name?.capital || name.sentence !== tokens[to]?.sentence || !gazetteer.isGivenName(name.text)) return undefined
  if (isFounder || found?.title.kind === 'BUSINESS' || found?.title.name === 'Chief Executive') return { name: found?.title.name ?? 'Founder', of: 'ORGANISATION' }
  return found && { name: found.title.name, ...(/^(?:Deputy )?(?:Mayor|Bishop|Archbishop)$/u.test(found.title.name) && { of: 'PLACE' }) }
}

/** "Silent Night", "Hard Truths", "Any Questions": of nothing but words of the dictionary; not "De Wend". */
function isOrdinary(words: readonly Token[]): boolean {
  return words.every(({ lower }) => isInDictionary(lower) && !particles.has(lower))
}

/** "do NOT go", "FULL TEXT", "a super PAC", "Harl, OH": a word of the dictionary in capitals, letters that say what something is, or the letters of a state behind its town. */
function isNoBody(tokens: readonly Token[], at: number): boolean {
  const { text = '', lower = '', tag, sentence } = tokens[at] ?? {}
  if (lettersOfThings.has(text.replace(/s$/u, ''))) return true
  if (text.length === 2) return tokens[at - 1]?.text === ',' && tokens[at - 2]?.tag === 'PROPN' && (tokens[at + 1]?.tag ?? 'PUNCT') === 'PUNCT'
  const isLoud = (token: Token | undefined): boolean => token !== undefined && token.sentence === sentence && /^\p{Lu}{2,}$/u.test(token.text)
  return isInDictionary(lower) && (!(tag === 'PROPN' || tag === 'NOUN') || isLoud(tokens[at - 1]) || isLoud(tokens[at + 1]))
}

/** "Democratic | circles", "South | Harl", "LIVE", "Obama-era": a word of the dictionary before another or in capitals, or one that ends in small letters behind a hyphen. */
function isCommon({ text, lower, sentence }: Token, next: Token | undefined): boolean {
  if (/-\p{Ll}+$/u.test(text)) return true
  return isInDictionary(lower) && (/^\p{Lu}{2,}$/u.test(text) || (next?.sentence === sentence && /^(?:NOUN|PROPN|ADJ)$/u.test(next?.tag ?? '')))
}

/** No figures, no letters of a body ("FTU Hale"), no "pro-" and "anti-", no "In" that a line ends before. */
function mayBeOfPerson(word: string, index: number): boolean {
  return !/^\p{N}|^(?:Pro|Anti|Non)-|^\p{Lu}{3,}$/u.test(word) && !(index > 0 && /^(?:\p{Lu}{2}|for|In|At|On|For|To|With|From|By|Of|The|And|Or)$/u.test(word))
}

/** "his wife | Jane", "her son, | Tom,": a noun for one person before a given name. */
function isBesideKin(tokens: readonly Token[], from: number): boolean {
  const noun = tokens[tokens[from - 1]?.text === ',' ? from - 2 : from - 1]
  return noun?.tag === 'NOUN' && noun.lower === noun.lemma && kindOfSpeaker(noun.lemma, noun.lower) === 'PERSON'
}

/** "chief executive | of", "spokesman | for": a title ends before this word. */
export function isRole(tokens: readonly Token[], gazetteer: Gazetteer, at: number): boolean {
  const words = tokens.slice(Math.max(0, at - 4), at).map(token => token.text)
  return words.some((_, index) => {
    const title = gazetteer.titleAt(words, index)
    return title !== undefined && index + title.length === words.length && !/^(?:HEAD_OF_STATE|HEAD_OF_GOVERNMENT|ROYAL|LEGISLATIVE)$/u.test(title.title.kind)
  })
}

export const nothing: Guess = { kind: undefined, rule: 'NAME', reason: 'A capitalised word that is no common one.', confidence: 0.4 }
