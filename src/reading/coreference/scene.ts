// What coreference looks at: the words, who bears which name, and who was spoken of so far.
import type { ReadEntity, ReadMention } from '../../model/reading.ts'
import type { EntityKind, MentionForm } from '../../model/vocabulary.ts'
import type { Draft, DraftMention, NounPhrase, Stretch, VerbGroup } from '../draft.ts'
import { gazetteerFor, type Gazetteer } from '../gazetteer.ts'
import type { Gender } from '../knowledge.ts'
import { contentNouns } from '../lexicon/complements.ts'
import { nounsOfThat } from '../lexicon/cue-nouns.ts'
import { commercial } from '../lexicon/descriptions.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isTimeNoun, timeWords } from '../lexicon/time-words.ts'
import { isSurnameFirst } from '../names/surname-first.ts'
import { saysSomething, subjectOf } from '../subject.ts'
import { syntaxOf, type Syntax } from '../syntax.ts'
import { subjectsOf } from './foremost.ts'
import { homesBeside, isMember } from './homes.ts'
import { rolesBefore } from './role.ts'
import type { Figure, History, Place } from './history.ts'
import { isSingledOut, quotedSentences, sourcesOf, speakersOf, tellersOf } from './sources.ts'

export interface Meant {
  readonly figure: Figure
  readonly mention: DraftMention
  /** Of whoever the words before meant, whom only these make somebody: "Traders" of "Traders said they". */
  readonly also?: DraftMention
}

export interface Scene {
  readonly draft: Draft
  readonly syntax: Syntax
  readonly gazetteer: Gazetteer
  readonly history: History
  /** The words of the text, as the look-ups want them. */
  readonly words: readonly string[]
  /** The mention of a name about this word. */
  named(at: number): DraftMention | undefined
  /** Remembers a mention. */
  speak(mention: DraftMention): void
  /** A mention of somebody, remembered. */
  mean(figure: Figure, stretch: Stretch & { readonly head: number }, form: MentionForm, why: Pick<ReadMention, 'rule' | 'reason' | 'confidence'>): Meant
  /** Somebody new without a name. */
  introduce(entity: ReadEntity, gender: Gender | undefined, plural: boolean): Figure
  entities(): readonly ReadEntity[]
  /** Somebody without a name turns out to be somebody named. */
  join(unnamed: Figure, named: Figure): void
  /** Whom a ref means by now. */
  whom(ref: string): string
  /** More that the article says of an entity, where it has none of it yet. */
  add(ref: string, more: Partial<ReadEntity>): void
  /** Where a word stands. */
  placeOf(at: number): Place
  /** Whether the last subject before a word, in its sentence or the one before, is a thing that no entity is made of: "the bridge"; before who says something, one that says something too: "the report". */
  thingBefore(at: number): boolean
  /** The last subject before a word, in its sentence or the one before, where it is a body without a name and none is named since: "the ministry"; by its ref where an entity stands for it. */
  bodyBefore(at: number): NounPhrase | string | undefined
  /** Whether the last subject before a word, in its sentence or the one before, is "the five", whom nobody has named. */
  severalBefore(at: number): boolean
  /** Whether a word is foremost in its sentence. */
  isForemost(at: number): boolean
  /** Whether a word is whose words are told. */
  speaks(at: number): boolean
  /** Whom a pronoun cannot mean: whom the words before their speaker name (“Hale lies,” or "It was Hale," he said), and in somebody's own words who says them. */
  othersThan(at: number): ReadonlySet<string>
  /** Who is known to tell the words that a place stands in, where that is said before it: "Hale asked whether". */
  tellerBefore(at: number): string | undefined
  /** The word for who says the very words that a place stands in: "he" of “She lies,” he said; -1 where nobody is known to. */
  toldBy(at: number): number
  /** Who is the subject of the verb just before, and so not its object. */
  subjectBefore(at: number): string | undefined
  /** Who says what begins here, behind a verb of saying, at "that" also with phrases of when and where between. */
  sayerBefore(at: number): string | undefined
  /** Whom the one speaks for who says what begins here: "a spokesman for Acme said | it"; empty where that is nobody known, undefined where nobody is said to speak for another. */
  bodyOfSayer(at: number): string | undefined
  /** The subject of the finite verb next before a word in its sentence. */
  subjectOfClause(at: number): { readonly ref: string | undefined; readonly phrase: NounPhrase | undefined } | undefined
  /** The nameless speaker, whom no entity stands for yet, of what begins here, and what sort it is: "Traders said | they". */
  namelessSayer(at: number): { readonly kind: EntityKind; readonly phrase: NounPhrase | undefined } | undefined
}

export function sceneOf(draft: Draft, history: History): Scene {
  const { tokens, words, text, sentences } = draft
  const syntax = syntaxOf(draft)
  const gazetteer = gazetteerFor(draft.knowledge)
  const entities = new Map(draft.entities.map(entity => [entity.ref, entity]))
  const heads = new Map(draft.mentions.map(mention => [mention.head, mention]))
  const sources = sourcesOf(draft)
  const speakerOf = speakersOf(draft, syntax)
  const tellerOf = tellersOf(draft)
  const subjects = subjectsOf(draft, syntax)
  const meanings = new Map<number, string>()
  const joined = new Map<string, string>()
  for (const entity of draft.entities) {
    history.add(entity, genderOf(gazetteer, entity), entity.kind === 'GROUP')
  }
  const quoted = quotedSentences(draft, syntax)
  const placeOf: Scene['placeOf'] = at => ({ sentence: tokens[at]?.sentence ?? 0, quotedBefore: quoted[tokens[at]?.sentence ?? 0] ?? 0, paragraph: sentences[tokens[at]?.sentence ?? -1]?.paragraph ?? 0, quotation: syntax.quotationAt(at) })
  const speak: Scene['speak'] = ({ from, to, head, mention }) => {
    meanings.set(head, mention.entity)
    const figure = mention.form === 'NAME' ? history.figure(mention.entity) : undefined
    if (figure?.entity.kind === 'PERSON') {
      for (const role of rolesBefore(gazetteer, words, syntax.sentenceAt(from).from, from)) figure.roles.add(role)
      for (const home of homesBeside(gazetteer, words, { from, to })) figure.homes.add(home)
    }
    // "Interview by Ann Reed": who wrote it, and nobody in it.
    if (isByline(draft, head)) return
    // "HARL, Kelt (ANW) –": where a report is from and whose it is, and nobody in it.
    if (/^(?:[-–—]|--)$/u.test(tokens[(sentences[tokens[head]?.sentence ?? -1]?.to ?? 0) - 1]?.text ?? '')) return
    const { sentence, quotedBefore, paragraph, quotation } = placeOf(head)
    history.speak({ ref: mention.entity, at: head, sentence, quotedBefore, paragraph, quotation, subject: subjects.has(head), speaks: sources.has(head), leans: mention.form === 'PRONOUN', beside: mention.form === 'ADJECTIVE' || (mention.form === 'NAME' && entities.get(mention.entity)?.kind === 'ORGANISATION' && (isBeside(syntax, to, head) || isMember(gazetteer, words, from))), people: mention.form === 'NAME' && isPeople(gazetteer, words, from) })
  }
  const meaningOfSubject = (verb: VerbGroup | undefined, at: number): string | undefined => {
    const subject = verb && verb.to === at ? subjectOf(syntax, verb) : undefined
    // "Ann Reed, who is mayor of Harl": she.
    const before = subject?.by === 'relative' ? syntax.nounAt(syntax.word(subject.from - 1) === ',' ? subject.from - 2 : subject.from - 1) : undefined
    return subject && meanings.get(before?.head ?? subject.head)
  }
  return {
    draft,
    syntax,
    gazetteer,
    history,
    words,
    named: at => heads.get(at),
    speak,
    mean: (figure, { from, to, head }, form, why) => {
      const start = tokens[from]?.start ?? 0
      const end = tokens[to - 1]?.end ?? start
      const mention: DraftMention = { from, to, head, mention: { start, end, text: text.slice(start, end), entity: figure.entity.ref, form, ...why } }
      speak(mention)
      return { figure, mention }
    },
    introduce: (entity, gender, plural) => {
      entities.set(entity.ref, entity)
      return history.add(entity, gender, plural)
    },
    entities: () => [...entities.values()],
    join: (unnamed, named) => {
      joined.set(unnamed.entity.ref, named.entity.ref)
      entities.delete(unnamed.entity.ref)
      history.join(unnamed, named)
    },
    whom: ref => joined.get(ref) ?? ref,
    add: (ref, more) => {
      const entity = entities.get(ref)
      if (entity) entities.set(ref, { ...more, ...entity })
    },
    placeOf,
    thingBefore: at => {
      const sentence = tokens[at]?.sentence ?? 0
      for (let before = at - 1; before >= 0 && (tokens[before]?.sentence ?? 0) >= sentence - 1; before--) {
        const token = tokens[before]
        if (!token || !subjects.has(before) || !/^(?:NOUN|PROPN)$/u.test(token.tag)) continue
        return !meanings.has(before) && token.lower === token.lemma && kindOfSpeaker(token.lemma, token.lower) === 'TOPIC' && (!sources.has(at) || sources.has(before))
      }
      return false
    },
    bodyBefore: at => {
      const sentence = tokens[at]?.sentence ?? 0
      for (let before = at - 1; before >= 0 && (tokens[before]?.sentence ?? 0) >= sentence - 1; before--) {
        const token = tokens[before]
        if (!token) return undefined
        const meant = meanings.get(before)
        const entity = meant === undefined ? undefined : entities.get(meant)
        if (entity && /^(?:ORGANISATION|COUNTRY)$/u.test(entity.kind)) return !entity.named && subjects.has(before) && syntax.quotationAt(before) === syntax.quotationAt(at) ? meant : undefined
        if (!subjects.has(before) || !/^(?:NOUN|PROPN|PRON)$/u.test(token.tag)) continue
        const phrase = meant === undefined && token.tag === 'NOUN' && token.lower === token.lemma && syntax.quotationAt(before) === syntax.quotationAt(at) ? syntax.nounAt(before) : undefined
        if (phrase?.head !== before || phrase.to - phrase.from < 2 || syntax.word(phrase.from) !== 'the') return undefined
        // "The Orlov regime"
        for (let word = phrase.from; word < before; word++) if (heads.has(word)) return undefined
        // "The drug company said it": one that was named before.
        return kindOfSpeaker(token.lemma, token.lower) === 'ORGANISATION' && (phrase.to - phrase.from === 2 || !commercial.has(token.lower)) && !places.has(token.lower) ? phrase : undefined
      }
      return undefined
    },
    severalBefore: at => {
      const sentence = tokens[at]?.sentence ?? 0
      for (let before = at - 1; before >= 0 && (tokens[before]?.sentence ?? 0) >= sentence - 1; before--) {
        if (subjects.has(before) && tokens[before]?.tag !== 'PRON') return !meanings.has(before) && /^(?:two|three|four|five|six|seven|both|others)$/u.test(tokens[before]?.lower ?? '')
      }
      return false
    },
    isForemost: at => subjects.has(at),
    speaks: at => sources.has(at),
    othersThan: at => {
      const refs = new Set<string>()
      const speaker = speakerOf(at)
      const own = speaker === undefined || speaker === at ? undefined : (meanings.get(speaker) ?? heads.get(speaker)?.mention.entity)
      if (own !== undefined) refs.add(own)
      for (const { from, to } of sources.get(at) ?? []) {
        // "He said Hale would go": another.
        const first = from > at && from < at + 8 ? heads.get(syntax.nounAt(syntax.word(from) === 'that' ? from + 1 : from)?.head ?? -1) : undefined
        if (first?.mention.form === 'NAME') refs.add(first.mention.entity)
        if (to > at) continue
        for (let word = Math.max(from, to - farthestNamed); word < to; word++) {
          const ref = meanings.get(word)
          if (ref !== undefined && (syntax.quotationAt(word) >= 0 || isSingledOut(syntax, word)) && tokens[word]?.tag !== 'PRON') refs.add(ref)
        }
      }
      return refs
    },
    tellerBefore: at => meanings.get(tellerOf(at) ?? -1),
    toldBy: at => speakerOf(at) ?? -1,
    subjectBefore: at => meaningOfSubject(syntax.verbAt(at - 1), at),
    namelessSayer: at => {
      const verb = syntax.verbAt(at - 1)
      const subject = verb && verb.to === at && !verb.passive && saysSomething(syntax, verb) ? subjectOf(syntax, verb) : undefined
      const token = subject && !meanings.has(subject.head) ? syntax.token(subject.head) : undefined
      const noun = syntax.nounAt(subject?.head ?? -1)
      // Words that go on with "of" behind the noun are named where they are said to speak.
      const phrase = noun && syntax.word(noun.to) !== 'of' ? noun : undefined
      if (token?.tag === 'NOUN') return { kind: kindOfSpeaker(token.lemma, token.lower), phrase }
      // The first word of a sentence may be a name's to the tagger: "Traders".
      if (token?.tag !== 'PROPN') return undefined
      // "Friends of the Harl Seafront said it": a name of nobody known.
      return { kind: syntax.sentenceAt(subject?.head ?? 0).from === subject?.head ? kindOfSpeaker(token.lower.replace(/s$/u, ''), token.lower) : 'TOPIC', phrase }
    },
    sayerBefore: at => {
      const verb = syntax.verbAt(at - 1) ?? farSaying(syntax, at)
      const subject = verb && !verb.passive && saysSomething(syntax, verb) ? subjectOf(syntax, verb) : undefined
      return subject && meanings.get(subject.head)
    },
    bodyOfSayer: at => {
      const verb = syntax.verbAt(at - 1) ?? farSaying(syntax, at)
      const subject = verb && !verb.passive && saysSomething(syntax, verb) ? subjectOf(syntax, verb) : undefined
      if (!subject || !speakingFor.has(tokens[subject.head]?.lemma ?? '')) return undefined
      for (let word = subject.from; word < subject.to; word++) {
        const name = heads.get(word)
        const entity = name?.mention.form === 'NAME' ? entities.get(name.mention.entity) : undefined
        if (entity?.kind === 'ORGANISATION' || entity?.kind === 'COUNTRY') return entity.ref
      }
      return ''
    },
    subjectOfClause: at => {
      const { from } = syntax.sentenceAt(at)
      for (let before = at - 1; before >= from; before--) {
        const verb = syntax.verbAt(before)
        const subject = verb?.form === 'finite' && syntax.quotationAt(before) === syntax.quotationAt(at) ? subjectOf(syntax, verb) : undefined
        if (subject) return { ref: meanings.get(subject.head), phrase: syntax.nounAt(subject.head) }
      }
      return undefined
    },
  }
}

/** "a GOP | nominee": a name before the noun that the phrase is about, and no owner. */
function isBeside(syntax: Syntax, to: number, head: number): boolean {
  const noun = syntax.nounAt(head)
  return noun !== undefined && noun.head >= to && !/^['’]s?$/u.test(syntax.word(to)) && !/^(?:NUM|DET)$/u.test(syntax.token(to)?.tag ?? '')
}

/** "Republicans", "Danes" */
function isPeople(gazetteer: Gazetteer, words: readonly string[], from: number): boolean {
  return gazetteer.match(words, from)?.entries.some(({ by, plural }) => by === 'demonym' && plural === true) === true
}

/** "announced on national television on Thursday morning | that": the verb before phrases that a preposition binds, and times. */
function farSaying(syntax: Syntax, that: number): VerbGroup | undefined {
  if (syntax.word(that) !== 'that') return undefined
  for (let at = that - 1, steps = 0; steps < 4; steps++) {
    const noun = syntax.nounAt(at)
    if (!noun || contentNouns.has(syntax.word(noun.head)) || nounsOfThat.has(syntax.word(noun.head))) return undefined
    at = noun.from - 1
    if (/^(?:on|in|at|by|to|through|from|via|over|during|after|before)$/u.test(syntax.word(at))) at--
    else if (!isTimeNoun(syntax.word(noun.head)) && !timeWords.has(syntax.word(noun.head))) return undefined
    const verb = syntax.verbAt(at)
    if (verb) return verb.to === at + 1 ? verb : undefined
  }
  return undefined
}

const speakingFor: ReadonlySet<string> = new Set(['spokesman', 'spokeswoman', 'spokesperson', 'official', 'representative'])

const places: ReadonlySet<string> = new Set(['town', 'city', 'state', 'country', 'nation', 'county', 'province', 'kingdom', 'republic', 'camp', 'house', 'side', 'school', 'church', 'hospital', 'chamber', 'center', 'centre'])

/** "By Ann Reed", "Interview by Ann Reed": a line of nothing else. */
function isByline({ tokens, sentences }: Draft, at: number): boolean {
  const { from = 0, to = 0, paragraph } = sentences[tokens[at]?.sentence ?? -1] ?? {}
  if (to - from > 7 || sentences[(tokens[at]?.sentence ?? 0) + 1]?.paragraph === paragraph) return false
  return tokens[from]?.lower === 'by' || (tokens[from + 1]?.lower === 'by' && /^(?:interview|words|story|report|pictures|photographs|text)$/u.test(tokens[from]?.lower ?? ''))
}

/** Words of a quotation that are looked at, from its end. */
const farthestNamed = 150

function genderOf(gazetteer: Gazetteer, { kind, name, honorific }: ReadEntity): Gender | undefined {
  if (kind !== 'PERSON') return undefined
  const called = honorific === undefined ? undefined : gazetteer.honorificAt([honorific], 0)
  const words = name.split(' ')
  return called?.gender ?? (isSurnameFirst(words, gazetteer) ? undefined : gazetteer.genderOf(words[0] ?? ''))
}
