// Who and what is named: people, countries, organisations, places; one entity for each, a mention for each place where its name stands.
import { articleDigits } from '../../model/keys.ts'
import type { ReadEntity } from '../../model/reading.ts'
import type { EntityKind } from '../../model/vocabulary.ts'
import type { Draft, DraftMention } from '../draft.ts'
import { gazetteerFor } from '../gazetteer.ts'
import { acronymsOf } from '../names/acronyms.ts'
import { clubsByEnd, isOfSport } from '../names/clubs.ts'
import { isCommonBody } from '../names/common-bodies.ts'
import { countryBefore } from '../names/choice.ts'
import { companyEnds } from '../lexicon/company-or-town.ts'
import { companyHeads } from '../lexicon/name-words.ts'
import { isLegalForm, withoutLegalForm } from '../names/legal-form.ts'
import { peopleOf, type Person } from '../names/people.ts'
import { registerOf, type Register } from '../names/register.ts'
import type { NameSpan } from '../names/span.ts'
import { nameSpansOf } from '../names/spans.ts'
import { speakingNames } from '../names/speaking.ts'

export function findNames(draft: Draft): void {
  const gazetteer = gazetteerFor(draft.knowledge)
  const spans = settled(draft, withCompanies(draft, nameSpansOf(draft)))
  const people = peopleOf(draft, spans, gazetteer)
  const register = registerOf(gazetteer)
  const article = draft.sha256.slice(0, articleDigits)
  const mentions: DraftMention[] = []
  for (const [index, span] of spans.entries()) {
    const person = isOfFamily(draft, span) ? undefined : people.get(span)
    const entity = person ? personEntity(register, person, article) : span.known ? register.known(span.known) : span.kind && span.kind !== 'PERSON' ? bodyEntity(register, span.kind, span.called ?? canonicalOf(draft, span), article) : undefined
    if (!entity) continue
    if (person) describe(register, entity, span, spans[index - 1], draft.tokens[span.to]?.lower === 'of' ? spans[index + 1] : undefined)
    else if (span.country) register.add(entity.ref, { country: register.known(span.country).ref })
    mentions.push(mentionOf(draft, span, entity, person !== undefined && span.to - span.from === 1 && !person.alone))
  }
  draft.entities = register.all(new Set(mentions.map(({ mention }) => mention.text)))
  draft.mentions = mentions
}

/** "the Hale family": all of them, and not the one whom the article names. */
function isOfFamily({ words }: Draft, { from, to }: NameSpan): boolean {
  return to - from === 1 && words[from - 1]?.toLowerCase() === 'the' && /^(?:family|clan|dynasty)$/u.test(words[to] ?? '')
}

/** "Verhoek Groep", of an article that has "Verhoek’s shares": what nothing tells of is the company whose first word stands alone. */
function withCompanies({ words, knowledge }: Draft, spans: readonly NameSpan[]): readonly NameSpan[] {
  const { isGivenName } = gazetteerFor(knowledge)
  const told = new Set(spans.flatMap(span => (span.to - span.from === 1 && /^NAME_BESIDE_(?:BODY|THING)$/u.test(span.rule) && span.kind === 'ORGANISATION' ? [words[span.from] ?? ''] : [])))
  if (told.size === 0) return spans
  return spans.map(span => {
    const first = words[span.from] ?? ''
    if (span.rule !== 'NAME_LIKE_A_PERSON' || span.title || !told.has(first) || isGivenName(first)) return span
    return { ...span, kind: 'ORGANISATION', rule: 'NAME_BESIDE_THING', reason: `What stands beside “${first}” elsewhere only a company has or does.`, confidence: 0.7 }
  })
}

/** The same words mean the same throughout: the kind of which one place is surest. An acronym is what it was explained by. */
function settled(draft: Draft, spans: readonly NameSpan[]): readonly NameSpan[] {
  const names = spans.map(span => nameOf(draft, span))
  const surest = new Map<string, NameSpan>()
  for (const [index, span] of spans.entries()) {
    const name = names[index] ?? ''
    const other = surest.get(name)
    if (!span.kind || span.known) continue
    if (!other || other.confidence < span.confidence) surest.set(name, span)
    // "Acme Robotics Inc. … Acme Robotics"
    const bare = canonicalOf(draft, span, name)
    if (bare !== name && (surest.get(bare)?.confidence ?? 0) <= span.confidence) surest.set(bare, span)
  }
  const explained = acronymsOf(draft, spans)
  const speaking = speakingNames(draft, spans.filter((_, index) => !surest.has(names[index] ?? '')))
  const gazetteer = gazetteerFor(draft.knowledge)
  const { words } = draft
  const companies = companiesAlone(draft, spans)
  const ofCountries = bodiesOfCountries(draft, spans)
  const clubs = isOfSport(draft.written) ? clubsByEnd(draft, spans, span => nameOf(draft, span)) : undefined
  const places = new Map<string, NameSpan>()
  for (const [index, span] of spans.entries()) {
    const name = names[index] ?? ''
    const [body = ''] = span.kind === 'ORGANISATION' && !span.known ? name.split(' of ', 1) : [name]
    if (body !== name && isCommonBody(body)) places.set(body, span)
  }
  return spans.map((span, index) => {
    const name = names[index] ?? ''
    // "The City Council of Harl met. | The City Council"
    const whole = places.get(name)
    if (whole && whole.from < span.from) return { ...span, called: nameOf(draft, whole), kind: 'ORGANISATION', rule: 'NAME', reason: 'The article names the body with its place.', confidence: 0.8 }
    // "The Canadian Senate met. | The Senate"
    const body = ofCountries.get(name)
    if (body && body.from < span.from && isBare(span) && !countryBefore(gazetteer, words, span.from) && !(span.kind === 'PLACE' && words[span.to] === ',')) return { ...body, from: span.from, to: span.to, head: span.head }
    // "told the Gazette", of an article in the Varen Gazette
    if (!span.known && draft.metadata.publisher !== undefined && words[span.from - 1]?.toLowerCase() === 'the' && name.length > 3 && draft.metadata.publisher.endsWith(` ${name}`)) return { ...span, kind: 'ORGANISATION', called: draft.metadata.publisher, rule: 'NAME', reason: 'The publisher of the article is called so.', confidence: 0.8 }
    // "Nordvik GmbH … Nordvik"
    const company = span.known ? undefined : companies.get(name)
    if (company !== undefined && span.from < company.until) return { ...span, kind: 'ORGANISATION', called: company.name, rule: 'NAME', reason: 'The article names the company with its legal form.', confidence: 0.8 }
    const club = span.known || span.to - span.from > 1 ? undefined : clubs?.get(name)
    if (club) return { ...club, from: span.from, to: span.to, head: span.head, form: span.form, rule: 'NAME_OF_CLUB', reason: 'The article has one club whose name ends so first.', confidence: 0.75 }
    const speaker = span.kind || span.known ? undefined : speaking.get(name)
    if (speaker) return { ...span, ...speaker }
    const long = span.known && !/^\p{Lu}{3,6}$/u.test(name) ? undefined : explained.get(name)
    // "FEC" where the article has the body's name otherwise than the knowledge has.
    if (long && span.known?.name.split(' ', 1)[0] === nameOf(draft, long).split(' ', 1)[0]) return span
    if (long) return { from: span.from, to: span.to, head: span.head, form: span.form, kind: long.kind, called: nameOf(draft, long), ...(long.known && { known: long.known }), rule: 'ACRONYM_EXPLAINED', reason: 'The article explains these letters by the full name.', confidence: 0.95 }
    const sure = surest.get(name)
    if (!sure || span.known || sure.kind === span.kind) return span
    // Where nothing told what it is, its own rule stands; what was told otherwise was wrong.
    return span.kind === undefined ? { ...span, kind: sure.kind } : { ...span, kind: sure.kind, rule: sure.rule, reason: sure.reason }
  })
}

/** Of a name that the knowledge has, or of which nothing is known but that it is a body's. */
function isBare({ known, kind, rule, called }: NameSpan): boolean {
  return known ? rule === 'KNOWN_NAME' : kind === 'ORGANISATION' && called === undefined
}

/** The bodies of countries and namesake places by the name that the article has alone: "Interior Ministry" of "the Iraqi Interior Ministry"; of two countries, none. */
function bodiesOfCountries(draft: Draft, spans: readonly NameSpan[]): ReadonlyMap<string, NameSpan> {
  const found = new Map<string, NameSpan>()
  const several = new Set<string>()
  for (const span of spans) {
    if (!span.country) continue
    const name = nameOf(draft, span)
    const people = span.country.kind === 'COUNTRY' ? (span.country.known.demonyms?.[0] ?? span.country.name) : span.country.name
    const called = span.called ?? name
    const bare = called.startsWith(`${people} `) ? called.slice(people.length + 1) : name
    const other = found.get(bare)
    if (other && other.called !== called) several.add(bare)
    found.set(bare, { ...span, called })
  }
  for (const name of several) found.delete(name)
  return found
}

interface Company {
  readonly name: string
  /** The first word of the text where a person is named who bears its word. */
  readonly until: number
}

/** The full names of companies by their first word, where nothing else in the article bears it, nor is it a word: "Nordvik GmbH … Nordvik", "Helvion Foods … Helvion". */
function companiesAlone(draft: Draft, spans: readonly NameSpan[]): ReadonlyMap<string, Company> {
  const gazetteer = gazetteerFor(draft.knowledge)
  const companies = new Map<string, Company>()
  const several = new Set<string>()
  for (const span of spans) {
    if (span.kind !== 'ORGANISATION' || span.known || !(isCompany(nameOf(draft, span).split(' ').slice(1)) || (/^NAME_BESIDE_(?:BODY|THING)$/u.test(span.rule) && span.to - span.from === 2))) continue
    const company = canonicalOf(draft, span)
    const [word = ''] = company.split(' ', 1)
    if (draft.written.has(word.toLowerCase()) || gazetteer.isGivenName(word) || !/^\p{Lu}\p{Ll}{2}/u.test(word) || gazetteer.match([word], 0)) continue
    if ((companies.get(word)?.name ?? company) !== company) several.add(word)
    companies.set(word, { name: company, until: Infinity })
  }
  for (const word of several) companies.delete(word)
  for (const span of companies.size === 0 ? [] : spans) {
    // In a headline nothing tells that "Helvar Foods AG" is a body.
    const name = canonicalOf(draft, { ...span, kind: 'ORGANISATION' })
    for (const word of name.split(' ')) {
      // "Ola Nordvik", "Mr Nordvik"
      const company = companies.get(word)
      if (company === undefined || name === company.name || (name === word && span.honorific === undefined && !span.title && !span.known)) continue
      // "Halvar declined to comment. … Its founder, Otto Halvar,": before he is named it is the company.
      if (name !== word && span.kind === 'PERSON' && name.endsWith(` ${word}`)) companies.set(word, { ...company, until: Math.min(company.until, span.from) })
      else companies.delete(word)
    }
  }
  return companies
}

/** One or two words that end a company's name, a legal form among them. */
function isCompany(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  return isLegalForm(last) ? words.length <= 3 : words.length < 3 && words.length > 0 && words.every(word => companyHeads.has(word.toLowerCase()) || companyEnds.has(word.toLowerCase()))
}

/** Bodies by their name alone, whatever their legal form; but "Anna Holt Ltd." is not Anna Holt. */
function canonicalOf(draft: Draft, span: NameSpan, name = nameOf(draft, span)): string {
  const [first = ''] = name.split(' ', 1)
  return span.kind === 'ORGANISATION' && !gazetteerFor(draft.knowledge).isGivenName(first) ? withoutLegalForm(name) : name
}

function personEntity(register: Register, person: Person, article: string): ReadEntity {
  return register.named('PERSON', person.name, person.alone ? article : undefined)
}

/** "City Council" is that of this article alone. */
function bodyEntity(register: Register, kind: EntityKind, name: string, article: string): ReadEntity {
  return register.named(kind, name, kind === 'ORGANISATION' && isCommonBody(name) ? article : undefined)
}

/** What stands beside the name: "Mr", and the country of "Italian Prime Minister". */
function describe(register: Register, entity: ReadEntity, span: NameSpan, before: NameSpan | undefined, after: NameSpan | undefined): void {
  if (span.honorific !== undefined) register.add(entity.ref, { honorific: span.honorific })
  // "Ann Reed of Norway"
  if (after?.known?.kind === 'COUNTRY' && after.from === span.to + 1) register.add(entity.ref, { country: register.known(after.known).ref })
  if (!span.title || before?.known?.kind !== 'COUNTRY' || before.to !== span.title.from || span.title.match.modifiers.some(modifier => modifier.past)) return
  register.add(entity.ref, { country: register.known(before.known).ref })
}

function mentionOf({ text, tokens }: Draft, span: NameSpan, entity: ReadEntity, short: boolean): DraftMention {
  const start = tokens[span.from]?.start ?? 0
  const end = tokens[span.to - 1]?.end ?? start
  const why = short
    ? { rule: 'PART_OF_NAME', reason: `The article names ${entity.name} in full.`, confidence: 0.9 }
    : { rule: span.rule, reason: span.reason, confidence: span.confidence }
  return { from: span.from, to: span.to, head: span.head, mention: { start, end, text: text.slice(start, end), entity: entity.ref, form: span.form, ...why } }
}

export function nameOf({ tokens }: Draft, { from, to }: NameSpan): string {
  let name = ''
  for (let at = from; at < to; at++) name += `${at > from && (tokens[at]?.start ?? 0) > (tokens[at - 1]?.end ?? 0) ? ' ' : ''}${tokens[at]?.text ?? ''}`
  return name
}
