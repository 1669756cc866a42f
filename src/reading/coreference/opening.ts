// Who opens an article without a name, and is named where the next sentence or paragraph begins: "A former aide to Ms Roe testified … | Ann Reed told …".
import type { DraftMention } from '../draft.ts'
import { accusing } from '../lexicon/descriptions.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import type { Syntax } from '../syntax.ts'
import type { Figure } from './history.ts'
import type { Meant, Scene } from './scene.ts'

export interface Opening {
  /** Somebody described: of the opening sentence they may be named soon. */
  describe(meant: Meant): void
  /** A name, before it is remembered. */
  name(mention: DraftMention): void
}

/** Words of the shortest sentence that opens an article. */
const shortest = 6

/** Undefined where no sentence opens the article: all of it is headline, quotation or dateline. */
export function openingOf(scene: Scene): Opening | undefined {
  const { syntax, history, draft } = scene
  const index = draft.sentences.findIndex(({ headline, from, to }) => !headline && to - from >= shortest)
  const sentence = draft.sentences[index]
  if (!sentence || syntax.quotationAt(sentence.from) >= 0) return undefined
  const next = draft.sentences.findIndex(({ paragraph }) => paragraph > sentence.paragraph)
  const described: { readonly figure: Figure; readonly mention: DraftMention }[] = []
  let isOver = false
  return {
    describe: ({ figure, mention }) => {
      const { entity, plural } = figure
      if (syntax.token(mention.head)?.sentence !== index || entity.named || plural || entity.kind !== 'PERSON' || syntax.quotationAt(mention.head) >= 0) return
      if (mention.mention.form === 'NOMINAL' && !described.some(one => one.figure === figure)) described.push({ figure, mention })
    },
    name: mention => {
      const at = syntax.token(mention.head)?.sentence ?? -1
      if (isOver || at <= index || mention.mention.form !== 'NAME') return
      const figure = history.figure(mention.mention.entity)
      if (figure?.entity.kind !== 'PERSON') return
      // The first person named behind the opening, or nobody.
      isOver = true
      if (at !== index + 1 && at !== next) return
      const fitting = described.filter(one => figure.gender === undefined || one.figure.gender === undefined || one.figure.gender === figure.gender)
      // "A Harl councillor was told to leave … | Councillor Ola Berg refused"
      const namesake = fitting.find(one => one.mention.from === sentence.from && isCalledSo(scene, mention, one.mention))
      if (namesake && fitting.every(one => one === namesake || !isCalledSo(scene, mention, one.mention)) && isNew(scene, figure)) {
        scene.join(namesake.figure, figure)
        return
      }
      if (!isNewAndBare(scene, mention, figure)) return
      // "Shares fell after its chief executive warned …": an office of one, who speaks.
      const isOffice = ({ mention: { from, to, head } }: (typeof fitting)[number]): boolean => fitting.length === 1 && scene.speaks(head) && scene.speaks(mention.head) && uniqueIn(scene, from, to)
      const foremost = fitting.filter(one => (one.mention.from === sentence.from && scene.isForemost(one.mention.head)) || isOffice(one))
      const [one] = foremost
      if (!one || foremost.length > 1 || one.figure.entity.ref === figure.entity.ref) return
      // "A surgeon laughed when a nurse warned him": of two the one who stands trial, where the name does.
      const isTried = isAccused(syntax, one.mention.to, syntax.sentenceAt(sentence.from).to) && isAccused(syntax, mention.to, syntax.sentenceAt(mention.to).to)
      const bothSay = scene.speaks(one.mention.head) && scene.speaks(mention.head)
      if (fitting.length > 1 && !isTried && !bothSay) return
      scene.join(one.figure, figure)
    },
  }
}

/** Whether a title that one holds at a time ends a phrase. */
function uniqueIn({ gazetteer, words }: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const title = gazetteer.titleAt(words, at)
    if (title?.title.unique === true && title.modifiers.length === 0 && at + title.length === to) return true
  }
  return false
}

/** Whether nothing but the noun of the description, with an adjective, stands between the beginning of the sentence and the name. */
function isCalledSo({ syntax, isForemost }: Scene, { from, head }: DraftMention, described: DraftMention): boolean {
  const start = syntax.sentenceAt(head).from
  return from > start && from <= start + 2 && isForemost(head) && syntax.word(from - 1) === syntax.word(described.head)
}

/** A full name that no sentence but a headline has had. */
function isNew({ draft }: Scene, { entity, last }: Figure): boolean {
  return entity.name.includes(' ') && (!last || draft.sentences[last.sentence]?.headline === true)
}

/** A full name that begins its sentence, or says the quotation that does, for the first time, with no more said of who that is than an age or a home. */
function isNewAndBare(scene: Scene, { from, to, head }: DraftMention, figure: Figure): boolean {
  const { syntax, speaks, isForemost } = scene
  const start = syntax.sentenceAt(head).from
  if (!isNew(scene, figure)) return false
  if (!(from === start && isForemost(head)) && !(speaks(head) && syntax.quotationAt(start) >= 0 && syntax.nounAt(head)?.from === from)) return false
  if (syntax.word(to) !== ',') return true
  // "Ola Berg, 54, of Harl, denies"
  const at = syntax.token(to + 1)?.tag === 'NUM' && syntax.word(to + 2) === ',' ? to + 3 : to + 1
  const noun = syntax.nounAt(at)
  const token = syntax.token(noun?.head ?? -1)
  return noun?.from !== at || !token || scene.named(noun.head) !== undefined || kindOfSpeaker(token.lemma, token.lower) !== 'PERSON'
}

/** "accused of manslaughter", "denies the charge", "was jailed": within a few words. */
function isAccused(syntax: Syntax, from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + near); at++) if (accusing.has(syntax.token(at)?.lemma ?? '')) return true
  return false
}

const near = 8

/** As whoever was named since: "A former aide" is she. */
export function asNamed(scene: Scene, one: DraftMention): DraftMention {
  const entity = scene.whom(one.mention.entity)
  if (entity === one.mention.entity) return one
  const why = one.mention.rule === 'UNNAMED' ? { rule: 'NAMED_LATER', reason: 'The article describes them first, and names them further on.', confidence: 0.7 } : {}
  return { ...one, mention: { ...one.mention, ...why, entity } }
}
