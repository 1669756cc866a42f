// Offices and roles: "Italian Prime Minister Matteo Renzi", "Maria Lopez, the head of the agency", "a spokesman for the ministry".
import type { ReadEntity } from '../../model/reading.ts'
import { ownerIn } from '../clauses/items.ts'
import type { Cast } from '../deeds/cast.ts'
import { firstAtOrAfter } from '../deeds/mark.ts'
import type { Draft, DraftMention, NounPhrase, Stretch } from '../draft.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { Title } from '../knowledge.ts'
import { plainRoles } from '../lexicon/roles.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { coming, comingEnd } from '../lexicon/tenure.ts'
import { predicateIn, type Predicate } from './predicates.ts'
import type { Scene } from './scene.ts'
import { endingAt, tenureOf } from './tenure.ts'
import type { Tie } from './tie.ts'

interface Role extends Stretch {
  readonly name: string
  readonly kind: Title['kind'] | 'LEADER' | 'MEMBER'
  /** No office, but what a named person does somewhere. */
  readonly work?: true
}

export function rolesOf(scene: Scene, gazetteer: Gazetteer): readonly Tie[] {
  const { draft, cast } = scene
  const predicateOf = predicateIn(scene)
  const ties: Tie[] = []
  // "president-elect" is a president to be.
  const words = draft.words.some(word => word.includes('-') && comingEnd.test(word)) ? draft.words.map(word => word.replace(comingEnd, '')) : draft.words
  for (const phrase of draft.nounPhrases) {
    for (let at = phrase.from; at < phrase.to; ) {
      // "Harbour Board chairman": the name goes first, though there are board chairmen.
      const body = cast.mentionAt(at)
      // "Mr King": a name, and no king.
      const isEndOfName = body !== undefined && (body.from < at || (body.to === at + 1 && cast.entity(body.mention.entity)?.kind === 'PERSON')) && body.mention.form === 'NAME'
      const role = isEndOfName ? undefined : (withField(draft, roleAt(gazetteer, words, at)) ?? workAt(draft, phrase, at))
      const tie = role && tieOf(draft, gazetteer, cast, phrase, role, predicateOf(phrase))
      if (tie) ties.push(tie)
      at = role ? role.to : at + 1
    }
  }
  return ties
}

function roleAt(gazetteer: Gazetteer, words: readonly string[], at: number): Role | undefined {
  const found = gazetteer.titleAt(words, at)
  // "secretary of state under President Obama": not one title.
  if (found && !words.slice(at, at + found.length).includes('under')) return { from: at, to: at + found.length, name: [...found.modifiers.map(({ name }) => name), found.title.name].join(' '), kind: found.title.kind }
  const kind = plainRoles.get(words[at]?.toLowerCase() ?? '')
  return kind && { from: at, to: at + 1, name: capitalised(words[at] ?? ''), kind }
}

/** "a neurobiologist at the University of Varen": what somebody does, where they do it. */
function workAt(draft: Draft, phrase: NounPhrase, at: number): Role | undefined {
  const { tokens } = draft
  const noun = tokens[at]
  if (at !== phrase.head || noun?.tag !== 'NOUN' || noun.lower !== noun.lemma || kindOfSpeaker(noun.lemma, noun.lower) !== 'PERSON' || visitors.has(noun.lower)) return undefined
  const role = withField(draft, { from: at, to: at + 1, name: capitalised(noun.lower), kind: 'PROFESSION' })
  return role && tokens[role.to]?.lower === 'at' ? { ...role, work: true } : undefined
}

/** "an expert in birds | at the Harl Institute" */
function withField({ tokens, nounPhrases }: Draft, role: Role | undefined): Role | undefined {
  if (!role || !/^(?:PROFESSION|ACADEMIC)$/u.test(role.kind) || !/^(?:in|on|of)$/u.test(tokens[role.to]?.lower ?? '')) return role
  const field = nounPhrases[firstAtOrAfter(nounPhrases, role.to + 1)]
  return field?.from === role.to + 1 && tokens[field.to]?.lower === 'at' ? { ...role, to: field.to } : role
}

/** Who are at a body and not of it. */
const visitors: ReadonlySet<string> = new Set(['patient', 'guest', 'prisoner', 'inmate', 'visitor', 'passenger', 'victim', 'customer', 'fan', 'protester', 'speaker', 'audience', 'crowd', 'family', 'man', 'woman', 'person', 'bystander', 'witness', 'detainee', 'supporter'])

function tieOf(draft: Draft, gazetteer: Gazetteer, cast: Cast, phrase: NounPhrase, role: Role, predicate: Predicate | undefined): Tie | undefined {
  const owner = ownerIn(draft.tokens, phrase)
  const origin = originBefore(draft, cast, phrase, role) ?? (owner && owner.to < role.from ? cast.mentionAt(owner.head) : undefined)
  const tenure = tenureOf(draft, cast, phrase, role)
  if (!tenure) return undefined
  const next = coming.has(draft.tokens[role.to]?.lower ?? '') ? role.to + 1 : role.to
  // "Labour group leader | Cllr | Ann Reed"
  const second = gazetteer.titleAt(draft.words, next)
  const named = nameAfter(draft, cast, next) ?? (second?.title.name === 'Councillor' ? nameAfter(draft, cast, next + second.length) : undefined)
  const behind = named ? undefined : bodyAfter(draft, cast, role)
  const body = origin ?? behind
  const entity = body && cast.entity(body.mention.entity)
  // What stands for the role's holder: the name behind it, the phrase itself, or the name beside it.
  const end = behind ? behind.to : postEnd(draft, cast, role)
  const holder = named ?? (phrase.to <= role.to ? standsFor(draft, cast, role, { from: Math.min(phrase.from, tenure.from ?? phrase.from), to: end }, predicate) : undefined)
  // Whoever is nearest is a guess at whom "the prime minister" means, and makes nobody one.
  if (holder?.mention.rule === 'TITLE_NEAREST') return undefined
  const told = holder !== undefined && holder === predicate?.subject ? predicate : undefined
  // "hailed as president": what somebody is said to be by no verb of an office.
  if (!told && holder?.mention.rule === 'SAID_TO_BE') return undefined
  const person = holder && cast.entity(holder.mention.entity)
  // "Norway is a member of NATO"
  const isBody = told !== undefined && role.kind === 'MEMBER' && (person?.kind === 'COUNTRY' || person?.kind === 'ORGANISATION')
  if (!holder || !person || !(person.kind === 'PERSON' || isBody) || person.ref === entity?.ref || ((!entity || role.work) && !person.named)) return undefined
  // "a strategist" is somebody, and no office.
  if (!named && indefinite.has(draft.tokens[phrase.from]?.lower ?? '') && holder.from >= phrase.from && holder.to <= end) return undefined
  const type = typeOf(role, entity, body?.mention.form === 'ADJECTIVE' && entity?.kind === 'COUNTRY', named !== undefined)
  if (type === undefined) return undefined
  const first = origin ? origin.from : role.from
  const label = { from: Math.min(tenure.from ?? first, first), to: behind ? behind.to : role.to }
  // "voted against the leader until Monday": what the verb did until then.
  const isBeside = holder.to <= phrase.from || holder.from >= end
  const isOfVerb = !told && !isBeside && draft.tokens[phrase.from - 1]?.text !== ',' && /^(?:until|till)$/u.test(draft.tokens[end]?.lower ?? '')
  const ending = named || isOfVerb ? undefined : endingAt(draft, end)
  const isPast = tenure.isPast === true || ending?.isPast === true || (told?.isPast === true && told.modality === 'ACTUAL')
  const modality = told && told.modality !== 'ACTUAL' ? told.modality : isPast ? undefined : tenure.modality
  return {
    type,
    subject: person.ref,
    ...(entity && { object: entity.ref }),
    label,
    ...((isPast || type === 'HOLDS_OFFICE' || type === 'LEADS') && { role: isPast ? `Former ${role.name.replace(/^(?:Former|Retired) /u, '')}` : role.name }),
    ...(modality && { modality }),
    ...(told && { at: told.verb, told: told.granted !== true, ...(told.turn && { turn: told.turn }) }),
    ...ending?.when,
    evidence: { from: Math.min(label.from, holder.from), to: Math.max(label.to, holder.to) },
    rule: told ? 'ROLE_TOLD' : named ? 'ROLE_BEFORE_NAME' : isBeside ? 'ROLE_BESIDE_NAME' : 'ROLE_ALONE',
    reason: `“${role.name}” stands ${named ? 'before the name of' : 'for'} ${person.name}${entity ? `, of ${entity.name}` : ''}.`,
    confidence: named ? 0.9 : 0.75,
  }
}

/** Whom a clause says it of, if by name; else the name beside it, else the subject or whom the words themselves mean. */
function standsFor(draft: Draft, cast: Cast, role: Role, words: Stretch, predicate: Predicate | undefined): DraftMention | undefined {
  if (predicate?.subject?.mention.form === 'NAME') return predicate.subject
  return besides(draft, cast, words.from, words.to) ?? (predicate ? predicate.subject : cast.mentionAt(role.to - 1))
}

const indefinite: ReadonlySet<string> = new Set(['a', 'an', 'any', 'every', 'each', 'no', 'another', 'some', 'one'])

/** What the role is of: nothing where it need not be said, absent where it tells of no tie. */
function typeOf({ kind, name }: Role, entity: ReadEntity | undefined, isAdjective: boolean, isNamed: boolean): Tie['type'] | undefined {
  if (entity && !['COUNTRY', 'ORGANISATION', 'GROUP', 'PLACE', 'PERSON'].includes(entity.kind)) return undefined
  if (kind === 'SPOKESPERSON' || /(?:Official|Diplomat|Envoy|Representative)$/u.test(name)) {
    return entity && entity.kind !== 'PLACE' && name !== 'Representative' ? 'REPRESENTS' : undefined
  }
  if (entity?.kind === 'PERSON') return kind === 'OFFICIAL' || kind === 'PARTY' || kind === 'BUSINESS' ? 'AFFILIATED_WITH' : undefined
  // "the Kenyan lawyer": what she does, and no office of Kenya's.
  if (name === 'Attorney') return entity?.kind === 'ORGANISATION' ? 'AFFILIATED_WITH' : undefined
  if (kind === 'MEMBER') return entity?.kind === 'ORGANISATION' || entity?.kind === 'GROUP' ? 'MEMBER_OF' : undefined
  if (kind === 'LEADER') return entity && entity.kind !== 'PLACE' ? 'LEADS' : undefined
  switch (kind) {
    case 'PROFESSION':
    case 'MEDIA':
    case 'ACADEMIC':
    case 'SPORT':
      return entity?.kind === 'ORGANISATION' ? 'AFFILIATED_WITH' : undefined
    case 'LEGISLATIVE':
      return entity?.kind === 'ORGANISATION' && /\bParty$/u.test(entity.name) ? (name.endsWith('Leader') && !name.endsWith('Group Leader') ? 'LEADS' : 'MEMBER_OF') : 'HOLDS_OFFICE'
    case 'PARTY':
      return entity?.kind === 'ORGANISATION' ? 'AFFILIATED_WITH' : undefined
    case 'RELIGIOUS':
    case 'ROYAL':
      return entity ? 'HOLDS_OFFICE' : undefined
    // "the Italian director": where she is from.
    case 'BUSINESS':
      // "Chief Executive Officer Ann Reed", of a company that the article has named before
      if (!entity) return isNamed && /^(?:CEO|CFO|COO|CTO|Managing Director)$/u.test(name) ? 'HOLDS_OFFICE' : undefined
      return isAdjective ? undefined : 'HOLDS_OFFICE'
    default:
      return 'HOLDS_OFFICE'
  }
}

/** "Italian" of "Italian Prime Minister", "the ministry" of "the ministry's spokesman"; only right before the role. */
function originBefore({ tokens }: Draft, cast: Cast, { from }: NounPhrase, role: Role): DraftMention | undefined {
  let at = role.from - 1
  if (/^['’]s?$/u.test(tokens[at]?.lower ?? '')) at--
  const nearest = at >= from ? cast.mentionAt(at) : undefined
  // "Kelt's U.N. ambassador" is Kelt's, and that of nobody known without it.
  const isSeat = role.kind === 'DIPLOMAT' && nearest && cast.entity(nearest.mention.entity)?.kind === 'ORGANISATION'
  const owner = isSeat ? nearest.from - (/^['’]s?$/u.test(tokens[nearest.from - 1]?.lower ?? '') ? 2 : 1) : at
  const found = isSeat ? (owner >= from ? cast.mentionAt(owner) : undefined) : nearest
  const kind = found && cast.entity(found.mention.entity)?.kind
  // "the Democratic mayor of Harl": her party, and what she is mayor of stands behind.
  if (found?.mention.form === 'ADJECTIVE' && kind === 'ORGANISATION' && (ofStates.has(role.kind) || /^(?:.* )?(?:Governor|Mayor)$/u.test(role.name))) return undefined
  // "his chairman" tells little, "its chairman" whose.
  return found && found.from >= from && kind !== 'EVENT' && (found.mention.form !== 'PRONOUN' || kind === 'ORGANISATION' || (kind === 'COUNTRY' && role.kind !== 'BUSINESS')) ? found : undefined
}

/** No party has such offices. */
const ofStates: ReadonlySet<Role['kind']> = new Set(['HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT', 'MINISTER', 'DIPLOMAT', 'JUDICIAL', 'MILITARY', 'POLICE'])

/** "Matteo Renzi" of "Prime Minister Matteo Renzi"; the mention may hold the title too. */
function nameAfter(draft: Draft, cast: Cast, from: number): DraftMention | undefined {
  for (let at = from; at < from + 5; at++) {
    const token = draft.tokens[at]
    if (!token || !/^\p{L}/u.test(token.text) || !(token.tag === 'PROPN' || /^\p{Lu}/u.test(token.text))) return undefined
    const found = cast.mentionAt(at)
    if (found && found.mention.form === 'NAME' && found.from <= from && cast.entity(found.mention.entity)?.kind === 'PERSON') return found
  }
  return undefined
}

/** The end of "Kenya’s ambassador to Norway". */
function postEnd({ tokens, nounPhrases }: Draft, cast: Cast, role: Role): number {
  const next = role.kind === 'DIPLOMAT' && tokens[role.to]?.lower === 'to' ? nounPhrases[firstAtOrAfter(nounPhrases, role.to + 1)] : undefined
  return next?.from === role.to + 1 && cast.mentionAt(next.head) ? next.to : role.to
}

/** "of the agency", "for the ministry" */
function bodyAfter({ tokens, nounPhrases }: Draft, cast: Cast, role: Role): DraftMention | undefined {
  const preposition = tokens[role.to]?.lower ?? ''
  if (preposition !== 'of' && preposition !== 'for' && preposition !== 'at') return undefined
  const phrase = nounPhrases[firstAtOrAfter(nounPhrases, role.to + 1)]
  return phrase?.from === role.to + 1 ? cast.mentionAt(phrase.head) : undefined
}

/** The name that a phrase between commas belongs to: "Maria Lopez, the head of the agency, said". A list is none. */
function besides({ tokens }: Draft, cast: Cast, from: number, to: number): DraftMention | undefined {
  const isName = (found: DraftMention | undefined): found is DraftMention => found?.mention.form === 'NAME' && cast.entity(found.mention.entity)?.kind === 'PERSON'
  const closes = /^[,.;)—–-]$/u.test(tokens[to]?.text ?? '') && !/^(?:and|or)$/u.test(tokens[to + 1]?.lower ?? '')
  const before = cast.mentionAt(from - 2)
  if (tokens[from - 1]?.text === ',' && isName(before) && before.to === from - 1 && closes) return before
  if (tokens[to]?.text !== ',') return undefined
  for (let at = to + 1; at < to + 6; at++) {
    const found = cast.mentionAt(at)
    if (isName(found) && found.from === to + 1) return /^[,.;)]$/u.test(tokens[found.to]?.text ?? '') && !/^(?:and|or)$/u.test(tokens[found.to + 1]?.lower ?? '') ? found : undefined
  }
  return undefined
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
