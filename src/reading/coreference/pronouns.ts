// Pronouns: the one of the right sort who is nearest and most spoken of.
import type { NounPhrase, Stretch } from '../draft.ts'
import type { Gender } from '../knowledge.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { saysSomething } from '../subject.ts'
import type { EntityKind } from '../../model/vocabulary.ts'
import { whoIsAged } from './aged.ts'
import { isMedia } from './bodies.ts'
import { distance, memory, salience, type Figure, type Place, type Spoken } from './history.ts'
import { isInPassing, mainPerson } from './main-person.ts'
import type { Meant, Scene } from './scene.ts'

interface Sort {
  readonly gender?: Gender
  readonly kinds: readonly EntityKind[]
  readonly plural?: boolean
  readonly object?: boolean
}

const he: Sort = { gender: 'm', kinds: ['PERSON'] }
const she: Sort = { gender: 'f', kinds: ['PERSON'] }
const it: Sort = { kinds: ['ORGANISATION', 'COUNTRY', 'PLACE'] }
const they: Sort = { kinds: ['GROUP', 'ORGANISATION', 'COUNTRY'], plural: true }
const them: Sort = { ...they, object: true }

const sorts: ReadonlyMap<string, Sort> = new Map<string, Sort>([
  ['he', he], ['his', he], ['him', { ...he, object: true }], ['himself', he],
  ['she', she], ['her', she], ['hers', she], ['herself', she],
  ['it', it], ['its', it], ['itself', it],
  ['they', they], ['their', they], ['them', them], ['themselves', they],
])

/** Verbs whose "it" is nobody: "it rained", "it takes time". */
const weather = new Set(['rain', 'snow', 'time', 'take', 'happen', 'turn', 'matter'])

/** Verbs behind whose "it" another verb stands: "let it go". */
const letting = new Set(['let', 'make', 'see', 'hear', 'watch', 'feel'])

/** Verbs whose "it" is no body: "it means", "it sounded like a train". */
const ofThings = new Set(['mean', 'sound', 'feel', 'depend', 'upset', 'hurt', 'last', 'occur'])

/** What a country has none of: "its chairman". */
const ofCompanies = /^(?:chairman|chairwoman|chair|chief|ceo|founder|shares|profits?|sales|shareholders|customers|stores|shops|factories|boardroom)$/u
/** Verbs whose "it" may be a body; of others it is a thing: "did it again", "never answered it", "gave it a welcome". */
const doneToBodies = new Set('accuse join lead leave run rule sue found govern criticise criticize blame urge ask tell thank invade attack bomb arm sanction advise represent force allow help fund own control quit serve fine warn head chair threaten target regulate'.split(' '))

/** Below this nobody is meant surely enough; "it" is a thing that nobody is oftener than a body. */
const least = -3.2
const leastOfIt = -1

/** Whom the pronoun at a word means; undefined where it is none, or nobody fits. */
export function pronounOf(scene: Scene, at: number, phrase: Stretch): Meant | undefined {
  const word = scene.syntax.word(at)
  const sort = sorts.get(word)
  if (!sort || scene.named(at)) return undefined
  const beside = besideWhether(scene, at, sort)
  if (beside) return scene.mean(beside, { from: at, to: at + 1, head: at }, 'PRONOUN', { rule: 'PRONOUN', reason: `${beside.entity.name} stands right before “whether ${word}”.`, confidence: 0.85 })
  const itself = word.endsWith('self') ? doerBefore(scene, at, sort) : undefined
  if (itself) return scene.mean(itself, { from: at, to: at + 1, head: at }, 'PRONOUN', { rule: 'PRONOUN', reason: `${itself.entity.name} stands right before “${word}”.`, confidence: 0.85 })
  const caller = callerOf(scene, at, sort)
  if (caller) return caller
  if (word === 'it' && (isExpletive(scene, at) || isThing(scene, at))) return undefined
  const sayer = sayerBefore(scene, at, sort)
  if (sayer) return scene.mean(sayer, { from: at, to: at + 1, head: at }, 'PRONOUN', { rule: 'PRONOUN', reason: `${sayer.entity.name} says what begins with “${word}”.`, confidence: 0.85 })
  // "A spokesman for Acme said it", "a ministry official said it": whom he speaks for.
  const body = sort === it && word === 'it' && scene.syntax.quotationAt(at) < 0 && scene.syntax.verbAt(at + 1)?.form === 'finite' ? scene.bodyOfSayer(syntaxThat(scene, at)) : undefined
  const owner = body === undefined ? undefined : scene.history.figure(body)
  if (owner) return scene.mean(owner, { from: at, to: at + 1, head: at }, 'PRONOUN', { rule: 'PRONOUN', reason: `Whoever speaks for ${owner.entity.name} says it.`, confidence: 0.8 })
  if (body !== undefined) return undefined
  // "Traders said they", "the opposition said it": they themselves, whom nobody has named yet.
  const sayers = sort === they || sort === it ? scene.namelessSayer(syntaxThat(scene, at)) : undefined
  const arePolice = sort === they && sayers?.phrase !== undefined && scene.syntax.word(sayers.phrase.head) === 'police'
  if (sayers && (arePolice || sayers.kind === (sort === they ? 'GROUP' : 'ORGANISATION'))) return sayers.phrase && ownersOf(scene, sayers.phrase, sayers.kind, at)
  if (sort === it && sayers?.kind === 'TOPIC' && scene.syntax.verbAt(at + 1)?.form === 'finite') return undefined
  // "The ministry did not reply. Its spokeswoman": the body that nobody has named.
  const nearest = sort === it ? scene.bodyBefore(at) : undefined
  const nameless = typeof nearest === 'string' ? scene.history.figure(nearest) : undefined
  if (nameless && nameless.entity.ref !== scene.subjectBefore(at)) return scene.mean(nameless, { from: at, to: at + 1, head: at }, 'PRONOUN', { rule: 'PRONOUN', reason: `${nameless.entity.name} is the last that did something.`, confidence: 0.8 })
  if (nearest !== undefined && typeof nearest !== 'string') return ownersOf(scene, nearest, 'ORGANISATION', at)
  // "The bridge fell. It was old", "The report says so. It warns": a thing that nobody is.
  if (sort === it && scene.thingBefore(at)) return undefined
  // "The five agreed. They went on": none of those named.
  if (sort.plural && scene.severalBefore(at)) return undefined
  // "Both sides gave their word": those sides, whom nobody has named.
  if (word === 'their' && isOfNamelessSubject(scene, at)) return undefined
  const object = sort.object === true || (word === 'it' && scene.syntax.verbAt(at - 1)?.to === at && scene.syntax.verbAt(at + 1)?.form !== 'finite') || (word === 'her' && phrase.to - phrase.from === 1)
  const best = bestOf(scene, at, sort, object ? scene.subjectBefore(at) : undefined)
  if (!best) return undefined
  if (sort.gender && best.figure.gender === undefined && best.figure.entity.kind === 'PERSON') best.figure.gender = sort.gender
  const name = best.figure.entity.name
  return scene.mean(best.figure, { from: at, to: at + 1, head: at }, 'PRONOUN', {
    rule: 'PRONOUN',
    reason: `${name} is the nearest and most spoken of who fits “${word}”.`,
    confidence: best.lead > 0.8 ? 0.85 : best.lead > 0.3 ? 0.7 : 0.5,
  })
}

/** "Both parties gave me | their word": the subject of the clause is several whom no entity stands for. */
function isOfNamelessSubject(scene: Scene, at: number): boolean {
  const { ref, phrase } = scene.subjectOfClause(at) ?? {}
  const noun = scene.syntax.token(phrase?.head ?? -1)
  // "workers in industries that raise their wages": the workers have been spoken of.
  const { sentence } = scene.placeOf(at)
  if (scene.history.recent().some(({ plural, last }) => plural && last?.sentence === sentence)) return false
  return ref === undefined && noun?.tag === 'NOUN' && noun.lower !== noun.lemma && kindOfSpeaker(noun.lemma, noun.lower) === 'GROUP'
}

/** "the senator | himself": who stands right before, where the sort fits. */
function doerBefore(scene: Scene, at: number, { kinds, gender }: Sort): Figure | undefined {
  const noun = scene.syntax.nounAt(at - 1)
  if (noun?.to !== at) return undefined
  return scene.history.recent().find(({ last, entity, gender: own }) => last?.at === noun.head && kinds.includes(entity.kind) && (gender === undefined || own === undefined || own === gender))
}

/** "Kelt warned Ostland of what | it called a provocation": whoever does what stands before. */
function callerOf(scene: Scene, at: number, { kinds, gender }: Sort): Meant | undefined {
  const { syntax } = scene
  if (syntax.word(at - 1) !== 'what' || !/^(?:called|calls|termed|terms|described|describes|considers|considered|saw|sees)$/u.test(syntax.word(at + 1)) || syntax.quotationAt(at) >= 0) return undefined
  const { ref, phrase } = scene.subjectOfClause(at - 1) ?? {}
  const noun = syntax.token(phrase?.head ?? -1)
  if (ref === undefined) {
    const kind = noun?.tag === 'NOUN' ? kindOfSpeaker(noun.lemma, noun.lower) : undefined
    return phrase && kind && kind !== 'PERSON' && kinds.includes(kind) ? ownersOf(scene, phrase, kind, at) : undefined
  }
  const figure = scene.history.figure(ref)
  if (!figure || !kinds.includes(figure.entity.kind) || (gender !== undefined && figure.gender !== undefined && figure.gender !== gender)) return undefined
  return scene.mean(figure, { from: at, to: at + 1, head: at }, 'PRONOUN', { rule: 'PRONOUN', reason: `${figure.entity.name} does what is told before “what ${syntax.word(at)} called”.`, confidence: 0.8 })
}

/** "Traders" and "they", who are the same. */
function ownersOf(scene: Scene, phrase: NounPhrase, kind: EntityKind, at: number): Meant {
  const { syntax, draft } = scene
  const from = /^(?:the|an?|some)$/u.test(syntax.word(phrase.from)) ? Math.min(phrase.from + 1, phrase.head) : phrase.from
  const words = draft.text.slice(syntax.token(from)?.start, syntax.token(phrase.head)?.end).split(/\s+/u).join(' ')
  const figure = scene.introduce({ ref: `unnamed-${syntax.token(phrase.from)?.start ?? 0}`, kind, name: words.charAt(0).toUpperCase() + words.slice(1), named: false }, undefined, kind === 'GROUP')
  const { mention: also } = scene.mean(figure, phrase, 'NOMINAL', { rule: 'UNNAMED', reason: 'The article speaks of them without a name.', confidence: 0.8 })
  return { ...scene.mean(figure, { from: at, to: at + 1, head: at }, 'PRONOUN', { rule: 'PRONOUN', reason: `${figure.entity.name} says it of itself.`, confidence: 0.85 }), also }
}

/** "that" before a word, or the word. */
function syntaxThat({ syntax }: Scene, at: number): number {
  return syntax.word(at - 1) === 'that' ? at - 1 : at
}

/** "destroy the group | whether it is here or there": who stands right before, where the sort fits. */
function besideWhether(scene: Scene, at: number, { kinds, gender }: Sort): Figure | undefined {
  const noun = scene.syntax.word(at - 1) === 'whether' ? scene.syntax.nounAt(at - 2) : undefined
  if (!noun || noun.to !== at - 1) return undefined
  return scene.history.recent().find(({ last, entity, gender: own }) => last?.at === noun.head && kinds.includes(entity.kind) && (gender === undefined || own === undefined || own === gender))
}

/** "Ms Reed said | she would go": who says what begins with the pronoun, where the sort fits; of "a former aide said she would" nobody knows. */
function sayerBefore({ syntax, history, sayerBefore: sayer }: Scene, at: number, { kinds, gender, plural }: Sort): Figure | undefined {
  if (syntax.quotationAt(at) >= 0 || syntax.verbAt(at + 1)?.form !== 'finite') return undefined
  const figure = history.figure(sayer(syntax.word(at - 1) === 'that' ? at - 1 : at) ?? '')
  if (!figure || !(figure.entity.named || figure.entity.kind === 'ORGANISATION') || !kinds.includes(figure.entity.kind) || (plural === true && !figure.plural)) return undefined
  return gender === undefined || figure.gender === undefined || figure.gender === gender ? figure : undefined
}

function bestOf(scene: Scene, at: number, sort: Sort, excluded: string | undefined): { readonly figure: Figure; readonly lead: number } | undefined {
  const place = scene.placeOf(at)
  const others = scene.othersThan(at)
  const isAsked = sort.gender !== undefined && isAskedBefore(scene, at)
  const isOfCompany = sort === it && ofCompanies.test(scene.syntax.word(at + 1))
  const isFronted = sort.gender !== undefined && isBehindFront(scene, at)
  const aged = sort.gender && place.quotation >= 0 ? whoIsAged(scene, scene.toldBy(at)) : undefined
  const teller = sort.gender && place.quotation >= 0 ? sorts.get(scene.syntax.word(scene.toldBy(at)))?.gender : undefined
  // "Ms Reed said so. “…,” she added": the same.
  const goesOn = sort.gender !== undefined && scene.speaks(at) && place.quotation < 0 && scene.syntax.quotationAt(scene.syntax.sentenceAt(at).from) >= 0
  const beginsSentence = scene.speaks(at) && scene.syntax.sentenceAt(at).from === at
  const main = sort.gender && mainPerson(scene, sort.gender)
  let best: Figure | undefined
  let bestScore = -Infinity
  let second = -Infinity
  for (const figure of scene.history.recent()) {
    const { entity } = figure
    // "The Danish retailer cut its forecast": hardly Denmark's; "Republicans" are they, and not it.
    const last = sort.gender !== undefined || !/^(?:COUNTRY|ORGANISATION|PLACE)$/u.test(entity.kind) ? figure.last : sort === it ? figure.lastAsOne : figure.lastAlone
    if (!last || distance(last, place) > memory || entity.ref === excluded || others.has(entity.ref) || !sort.kinds.includes(entity.kind) || (isAsked && last.sentence === place.sentence && !last.leans)) continue
    // “They say truce”: hardly a body that only the article speaks of, and in another paragraph.
    if (sort.plural && place.quotation >= 0 && last.quotation !== place.quotation && last.paragraph !== place.paragraph && entity.kind !== 'GROUP' && !(last.subject && place.sentence - last.sentence <= 1)) continue
    // "Stalin accused them": a country is hardly they.
    if (sort === them && entity.kind === 'COUNTRY') continue
    // "She told the Herald that Kelt would lose its seat": who only was told, or is where or whose somebody is, is not it.
    if (sort.gender === undefined && last && isIdle(scene, figure, last, sort)) continue
    // "Its chairman" is no country's.
    if (isOfCompany && (entity.kind === 'COUNTRY' || entity.kind === 'PLACE')) continue
    if (sort.gender && figure.gender !== undefined && figure.gender !== sort.gender) continue
    // "Born to a miner and his wife, she": none of those of whom the sentence has told before its comma.
    if (isFronted && !entity.named && figure.count === 1 && last.sentence === place.sentence) continue
    // "the youngest child of a carpenter": of whom a sentence has spoken once, and not as who does something.
    if (sort.gender && !entity.named && figure.count === 1 && figure.gender === undefined && !last.subject && !last.speaks && last.sentence !== place.sentence) continue
    // “He is a disgrace,” the 49-year-old said: who is foremost says so.
    if (entity.ref === aged?.entity.ref) continue
    const saidBefore = hasJustSpoken(figure, place)
    // “She never listens,” he says: whoever has just spoken is he, and goes on.
    if (saidBefore && teller !== undefined && (figure.gender === undefined || figure.gender === teller)) continue
    const unsure = sort.gender && figure.gender === undefined ? (saidBefore && (goesOn || beginsSentence) ? 0.2 : 0.7) : 0
    const score = salience(last === figure.last ? figure : { ...figure, last }, place) - unsure - unlikeliness(sort, figure, last) + (saidBefore && goesOn ? 1.2 : 0) + (sort.gender ? onGoing(scene, figure, last, at, main) : 0)
    if (score > bestScore) {
      second = bestScore
      bestScore = score
      best = figure
    } else if (score > second) second = score
  }
  return best && bestScore > (sort === it ? leastOfIt : least) ? { figure: best, lead: bestScore - second } : undefined
}

/** "A teacher heard her and told | her father": the same; and an article of one person goes on about that one, rather than about somebody in passing. */
function onGoing(scene: Scene, figure: Figure, last: Spoken, at: number, main: Figure | undefined): number {
  const place = scene.placeOf(at)
  const isLatest = scene.history.recent().find(({ entity, gender }) => entity.kind === 'PERSON' && (gender === undefined || gender === main?.gender)) === figure
  const again = isLatest && last.leans && last.sentence === place.sentence && last.quotation === place.quotation ? 0.5 : 0
  if (!main || figure === main || !isInPassing(scene, figure) || scene.tellerBefore(at) === figure.entity.ref) return again
  // "The former governor" may be whoever the article is of.
  if (!figure.entity.named) return again - (/^an?$/u.test(scene.syntax.word(scene.syntax.nounAt(last.at)?.from ?? -1)) ? 0.8 : 0)
  // Who has just been heard may be heard again; and who says a quotation is often named for that alone.
  if (scene.speaks(at) && scene.syntax.quotationAt(scene.syntax.sentenceAt(at).from) >= 0) return again
  return again - (last.paragraph === place.paragraph || (last.speaks && distance(last, place) <= 1) ? 0 : 1.2)
}

/** Of whom words were told in the sentence before, in the same paragraph. */
function hasJustSpoken({ last }: Figure, { sentence, paragraph }: Place): boolean {
  return last !== undefined && last.speaks && last.quotation < 0 && last.paragraph === paragraph && last.sentence >= sentence - 1 && last.sentence < sentence
}

/** "Born to a miner and his wife, | she was": a subject behind a comma, and no verb of the sentence's own before it. */
function isBehindFront({ syntax }: Scene, at: number): boolean {
  const { from } = syntax.sentenceAt(at)
  if (syntax.word(at - 1) !== ',' || !/^(?:VERB|ADJ|ADP|SCONJ)$/u.test(syntax.token(from)?.tag ?? '')) return false
  for (let before = from; before < at; before++) {
    const verb = syntax.verbAt(before)
    if (verb?.form === 'finite' && verb.from > from) return false
  }
  return true
}

/** "Asked whether Mr Hale should go, | he said": he is asked, and not Mr Hale. */
function isAskedBefore({ syntax }: Scene, at: number): boolean {
  const { from } = syntax.sentenceAt(at)
  const first = syntax.word(from) === 'when' ? from + 1 : from
  if (syntax.word(at - 1) !== ',' || !/^(?:asked|pressed|questioned|quizzed)$/u.test(syntax.word(first))) return false
  for (let before = first + 1; before < at; before++) {
    const verb = syntax.verbAt(before)
    if (verb && saysSomething(syntax, verb)) return false
  }
  return true
}

/** A place that does nothing, and a newspaper or station that neither does nor says anything. */
function isIdle({ gazetteer, syntax }: Scene, { entity }: Figure, { at, subject, speaks }: Spoken, sort: Sort): boolean {
  if (subject || speaks) return false
  if (entity.kind === 'PLACE') return sort === it
  if (entity.kind !== 'ORGANISATION' || !isMedia(gazetteer, entity.name)) return false
  // "loves the Herald": to whom something is done, and not who is told.
  const { from = at } = syntax.nounAt(at) ?? {}
  const verb = syntax.verbAt(from - 1)
  return verb?.to !== from || saysSomething(syntax, verb)
}

/** A group is likelier "they" than a body is; who does something is likelier "it". */
function unlikeliness({ plural, gender }: Sort, { entity }: Figure, last: Spoken): number {
  if (plural) return entity.kind === 'GROUP' ? 0 : entity.kind === 'COUNTRY' ? (last.subject ? 1.6 : 2.6) : (last.subject ? 0.8 : 1.2) + (entity.named ? 0 : 0.8)
  return gender === undefined && !last.subject ? 0.7 : 0
}

/** "did it", and not "did it say". */
function isThing({ syntax }: Scene, at: number): boolean {
  const verb = syntax.verbAt(at - 1)
  const lemma = syntax.token(verb?.head ?? -1)?.lemma ?? ''
  return verb?.to === at && !doneToBodies.has(lemma) && (!syntax.verbAt(at + 1) || letting.has(lemma))
}

/** "it is clear that", "it was raining": nobody. */
function isExpletive({ syntax }: Scene, at: number): boolean {
  const verb = syntax.verbAt(at + 1)
  if (!verb) return syntax.verbAt(at - 1) === undefined
  const head = syntax.token(verb.head)
  const next = syntax.word(verb.to)
  if (ofThings.has(head?.lemma ?? '') || (next === 'it' && /^(?:make|take|get)$/u.test(head?.lemma ?? '')) || (next === 'that' && head?.lemma === 'help')) return true
  // "it became clear", and not "it became a state"
  if (/^(?:become|remain|make|prove|get)$/u.test(head?.lemma ?? '') && /^(?:ADJ|ADV)$/u.test(syntax.token(verb.to)?.tag ?? '')) return true
  return head?.lemma === 'be' || head?.lemma === 'seem' || head?.lemma === 'appear' || (verb.passive && (next === 'that' || next === 'to')) || weather.has(head?.lemma ?? '')
}
