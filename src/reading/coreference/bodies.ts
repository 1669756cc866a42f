// Bodies and countries without a name: "the company", "the country"; and with one before what they are: "the Red Front party".
import type { Draft, NounPhrase } from '../draft.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { OrganisationType } from '../knowledge.ts'
import { commercial, descriptions, notBodies, shownByName, typesByName } from '../lexicon/descriptions.ts'
import { namedBodies } from '../lexicon/name-words.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { memory, type Figure } from './history.ts'
import type { Meant, Scene } from './scene.ts'

/** "the opposition Red Front party", "the Islamic State group": the body whose name stands right before what it is. */
export function bearerIn(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const { syntax, gazetteer } = scene
  const noun = syntax.word(phrase.head)
  if (!namedBefore.has(noun) || /^an?$/u.test(syntax.word(phrase.from))) return undefined
  const end = noun === 'agency' && syntax.word(phrase.head - 1) === 'news' ? phrase.head - 1 : phrase.head
  const name = noun === 'agency' && end === phrase.head ? undefined : scene.named(end - 1)
  const figure = name && name.to === end && name.from >= phrase.from && name.mention.form === 'NAME' ? scene.history.figure(name.mention.entity) : undefined
  if (figure?.entity.kind !== 'ORGANISATION' || (noun === 'group' && (gazetteer.organisationOf(figure.entity.name)?.type ?? 'ARMED_GROUP') !== 'ARMED_GROUP')) return undefined
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'NOUN_OF_BODY', reason: `“${noun}” says what ${figure.entity.name} is.`, confidence: 0.85 })
}

/** "Nordvik, | the Danish brewer,", "| the contractor, Nordvik,": what stands beside a body's name and says what it is. */
export function besideBody(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const { syntax } = scene
  const noun = syntax.token(phrase.head)
  if (noun?.tag !== 'NOUN' || noun.lower !== noun.lemma || !(namedBodies.has(noun.lower) || descriptions.get(noun.lower)?.kinds.includes('ORGANISATION')) || !/^(?:the|an?|its|their)$/u.test(syntax.word(phrase.from))) return undefined
  const before = syntax.word(phrase.from - 1) === ',' && /^[,.]$/u.test(syntax.word(phrase.to)) ? nameAt(scene, syntax.nounAt(phrase.from - 2), phrase.from - 1) : undefined
  // "the manufacturer, | Harl-based | Nordvik Medical,"
  const start = syntax.word(phrase.to + 1).endsWith('-based') ? phrase.to + 2 : phrase.to + 1
  const behind = syntax.word(phrase.to) === ',' ? syntax.nounAt(start) : undefined
  const figure = before ?? (behind?.from === start && /^[,.]$/u.test(syntax.word(behind.to)) ? nameAt(scene, behind, behind.to) : undefined)
  return figure && scene.mean(figure, phrase, 'NOMINAL', { rule: 'NOUN_OF_BODY', reason: `“${noun.lower}” says what ${figure.entity.name} is.`, confidence: 0.85 })
}

/** The body whose name a noun phrase is, and ends with. */
function nameAt({ named, history }: Scene, noun: NounPhrase | undefined, end: number): Figure | undefined {
  const name = noun && noun.to === end ? named(noun.head) : undefined
  const figure = name?.mention.form === 'NAME' ? history.figure(name.mention.entity) : undefined
  return figure?.entity.kind === 'ORGANISATION' ? figure : undefined
}

const namedBefore: ReadonlySet<string> = new Set('party newspaper magazine union militia movement coalition website daily weekly airline charity group company firm broadcaster agency'.split(' '))

/** "the company", "the country": the last of that sort. */
export function bodyOf(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const head = scene.syntax.token(phrase.head)
  const own = bearerOfNoun(scene, phrase)
  if (own) return own
  const wanted = descriptions.get(head?.lower ?? '')
  const whole = wanted ? endingSo(scene, phrase) : undefined
  if (whole) return whole
  // "the electoral commission", and then "the commission": no other.
  if (wanted && phrase.to - phrase.from > 2 && ofPublic.has(head?.lower ?? '') && scene.syntax.word(phrase.from) === 'the') unmetIn(scene).add(head?.lower ?? '')
  if (!wanted || phrase.to - phrase.from > 2 || /^(?:of|for|that|which)$/u.test(scene.syntax.word(phrase.to))) return undefined
  // "told this newspaper": the one that writes.
  if (scene.syntax.word(phrase.from) === 'this' && /^(?:agency|newspaper|paper|magazine|website|channel|programme|program)$/u.test(head?.lower ?? '')) return undefined
  const place = scene.placeOf(phrase.head)
  const near = scene.history.recent().filter(({ entity, last }) => wanted.kinds.includes(entity.kind) && last !== undefined && place.sentence - last.sentence <= memory)
  const bearing = near.filter(({ entity }) => wordsOf(entity.name).includes(head?.lower ?? ''))
  // "the ministry", where two were spoken of, the last not just now, and no oftener than the other.
  const [latest, ...others] = bearing
  if (latest && place.sentence - (latest.last?.sentence ?? 0) > 2 && others.some(({ count }) => count >= latest.count)) return undefined
  // "The Group confirmed its forecast", as companies write of themselves.
  const types = head?.text === 'Group' ? companies : wanted.types
  // "The bank said" of Kelt's central bank, and Deutsche Bank only named in passing since.
  const passing = latest?.count === 1 && latest.last?.subject !== true ? others.find(({ count, entity }) => count > 1 && !entity.named) : undefined
  const figure = passing ?? latest ?? foremostOf(near.filter(one => isOfType(scene, one, head?.lower ?? '', types)))
  const met = unmetIn(scene)
  // "The bank said" of Kelt's central bank, which has no name: one that is named in passing since is another.
  const isAnother = (figure !== undefined && !latest && ofPublic.has(head?.lower ?? '') && met.has(head?.lower ?? '')) || (figure?.count === 1 && figure.last?.subject !== true && met.has(head?.lower ?? ''))
  if (!figure) met.add(head?.lower ?? '')
  return isAnother ? undefined : figure && scene.mean(figure, phrase, 'NOMINAL', { rule: 'SORT_OF_BODY', reason: `${figure.entity.name} is the last of that sort the article spoke of.`, confidence: 0.65 })
}

/** "The army said": a body whose words are told and that nobody has named, so that "it" and the next "the army" are the same. */
export function namelessBody(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const { syntax, draft, named } = scene
  const head = syntax.token(phrase.head)
  if (!head || !scene.speaks(phrase.head) || kindOfSpeaker(head.lower, head.lower) !== 'ORGANISATION' || head.lower.endsWith('s') || commercial.has(head.lower) || notBodies.has(head.lower) || /^(?:of|on|for|against|at)$/u.test(syntax.word(phrase.to)) || syntax.word(phrase.from) !== 'the') return undefined
  // "the church" of an article on the Living Church of Harl
  const bearers = phrase.to - phrase.from === 2 ? scene.history.recent().filter(({ entity }) => entity.kind === 'ORGANISATION' && entity.named && wordsOf(entity.name).includes(head.lower)) : []
  if (bearers[0]) return bearers.length > 1 ? undefined : scene.mean(bearers[0], phrase, 'NOMINAL', { rule: 'NOUN_OF_NAME', reason: `No other body that the article names is called “${head.lower}”.`, confidence: 0.7 })
  const first = Math.min(phrase.from + 1, phrase.head)
  const words = draft.text.slice(syntax.token(first)?.start, head.end).split(/\s+/u).join(' ')
  let country: string | undefined
  const tied: string[] = []
  for (let at = first; at < phrase.head; at++) {
    const ref = named(at)?.mention.entity
    if (ref === undefined) continue
    tied.push(ref)
    if (scene.history.figure(ref)?.entity.kind === 'COUNTRY') country = ref
  }
  const figure = scene.introduce({ ref: `unnamed-${syntax.token(phrase.from)?.start ?? 0}`, kind: 'ORGANISATION', name: words.charAt(0).toUpperCase() + words.slice(1), named: false, ...(country !== undefined && { country }) }, undefined, false)
  figure.roles.add(head.lower)
  for (const ref of tied) figure.tied.add(ref)
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'UNNAMED', reason: 'The article speaks of it without a name.', confidence: 0.8 })
}

/** "Acme Tools said it would buy Bolt Motors. | The company": the last spoken of; not one named once and in passing, where another was the subject. */
function foremostOf(figures: readonly Figure[]): Figure | undefined {
  const [last, ...others] = figures
  const isPassing = last?.count === 1 && last.entity.named && last.last?.subject !== true
  return (isPassing ? others.find(({ last: place }) => place?.subject === true && place.sentence === last.last?.sentence) : undefined) ?? last
}

/** "the county council" of an article that names the Varn County Council, and no other that ends so. */
function endingSo(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const { syntax, draft, history } = scene
  if (phrase.to - phrase.from !== 3 || syntax.word(phrase.from) !== 'the' || !ofPublic.has(syntax.word(phrase.head)) || syntax.token(phrase.head)?.text !== syntax.word(phrase.head) || syntax.word(phrase.to) === 'of') return undefined
  const figure = history.figure(byEnding(draft).get(`${syntax.word(phrase.head - 1)} ${syntax.word(phrase.head)}`) ?? '')
  return figure && scene.mean(figure, phrase, 'NOMINAL', { rule: 'NOUN_OF_NAME', reason: `No other body that the article names is called “${syntax.word(phrase.head - 1)} ${syntax.word(phrase.head)}”.`, confidence: 0.75 })
}

/** The bodies by the last two words of their names, where no other has them. */
function byEnding(draft: Draft): ReadonlyMap<string, string> {
  const known = endings.get(draft)
  if (known) return known
  const found = new Map<string, string>()
  for (const { kind, named, name, ref } of draft.entities) {
    const words = wordsOf(name)
    const end = words.slice(-2).join(' ')
    if (kind === 'ORGANISATION' && named && words.length > 2) found.set(end, found.has(end) ? '' : ref)
  }
  endings.set(draft, found)
  return found
}

const endings = new WeakMap<Draft, ReadonlyMap<string, string>>()

const companies: readonly OrganisationType[] = ['COMPANY']

/** Bodies of which an article may name several by what they are for. */
const ofPublic: ReadonlySet<string> = new Set(['commission', 'committee', 'board', 'council', 'court', 'ministry', 'department', 'authority'])

/** The nouns that meant nobody known in a text so far. */
const unmet = new WeakMap<Scene, Set<string>>()

function unmetIn(scene: Scene): Set<string> {
  const met = unmet.get(scene) ?? new Set()
  unmet.set(scene, met)
  return met
}

/** "the bank" of an article on the Bank of Kelt, "the museum" on the Harl Museum: the one body whose name has the noun, however far. */
function bearerOfNoun(scene: Scene, { from, to, head }: NounPhrase): Meant | undefined {
  const { syntax, draft, history } = scene
  const text = syntax.token(head)?.text ?? ''
  const noun = syntax.word(head)
  // "the Front" of the People's Desert Front
  const isShort = text !== noun && shortened.has(noun)
  if (to - from !== 2 || syntax.word(from) !== 'the' || !(isShort || (text === noun && nouns.has(noun))) || (isShort ? syntax.word(to) === 'of' : /^(?:of|for|that|which)$/u.test(syntax.word(to))) || unmetIn(scene).has(noun)) return undefined
  const figure = history.figure(onlyBearers(draft).get(isShort ? text : noun) ?? '')
  return figure?.last && scene.mean(figure, { from, to, head }, 'NOMINAL', { rule: 'NOUN_OF_NAME', reason: `No other body that the article names is called “${noun}”.`, confidence: 0.75 })
}

/** The bodies by those nouns in their names that no other has. */
function onlyBearers(draft: Draft): ReadonlyMap<string, string> {
  const known = bearing.get(draft)
  if (known) return known
  const found = new Map<string, string>()
  for (const { kind, named, name, ref } of draft.entities) {
    if (kind !== 'ORGANISATION' || !named) continue
    for (const word of new Set(wordsOf(name))) if (nouns.has(word)) found.set(word, found.has(word) ? '' : ref)
    const last = name.slice(name.lastIndexOf(' ') + 1)
    if (last !== name && shortened.has(last.toLowerCase())) found.set(last, found.has(last) ? '' : ref)
  }
  bearing.set(draft, found)
  return found
}

const bearing = new WeakMap<Draft, ReadonlyMap<string, string>>()

/** Words that alone, and with a capital, stand for a name that ends with them. */
const shortened: ReadonlySet<string> = new Set('front movement league alliance brotherhood coalition federation association society forum trust foundation institute centre center'.split(' '))

const nouns: ReadonlySet<string> = new Set('bank museum university college hospital school orchestra theatre theater library institute foundation gallery tribunal academy observatory trust archive'.split(' '))

/** Of a type that is known, or that its name shows: "Varen College" is no newspaper. */
function isOfType({ gazetteer }: Scene, { entity }: Figure, noun: string, types: readonly OrganisationType[] | undefined): boolean {
  if (!types || entity.kind !== 'ORGANISATION') return true
  const shown = wordsOf(entity.name).map(word => typesByName.get(word))
  const type = gazetteer.organisationOf(entity.name)?.type ?? shown.findLast(one => one !== undefined)
  return type === undefined ? !shownByName.has(noun) || /^\p{Lu}{2,6}$/u.test(entity.name) : types.includes(type)
}

/** A newspaper or station, by what is known of it or its name shows. */
export function isMedia(gazetteer: Gazetteer, name: string): boolean {
  return (gazetteer.organisationOf(name)?.type ?? wordsOf(name).map(word => typesByName.get(word)).findLast(one => one !== undefined)) === 'MEDIA'
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(' ')
}
