// From attributions, which are words, to statements: who says what to whom about whom, in what act.
import type { ReadRemark, ReadStatement } from '../../model/reading.ts'
import type { SpeechAct } from '../../model/vocabulary.ts'
import type { Attributed, Draft, Stretch } from '../draft.ts'
import { fakeOver } from '../fakes.ts'
import { turns } from '../lexicon/cue-habits.ts'
import { aboutOf } from '../statements/about.ts'
import { actOf, modalityOf } from '../statements/act.ts'
import { castOf } from '../statements/cast.ts'
import { cueShapeOf, type CueShape } from '../statements/cue-shape.ts'
import { datesOfSayings } from '../statements/dated.ts'
import { findFirstPersons } from '../statements/first-person.ts'
import { hedgeOf, withoutHedge } from '../statements/hedges.ts'
import { remarkOf, standsAlone, unattributed } from '../statements/inferred.ts'
import { interviewedIn } from '../statements/interviewed.ts'
import { markOf, wordsOf } from '../statements/marks.ts'
import { reportedIn } from '../statements/nesting.ts'
import { isOther } from '../statements/other.ts'
import { noRoles, rolesOf } from '../statements/roles.ts'
import { documentBefore, nobody, voicesOf, type Found, type Voices } from '../statements/speakers.ts'
import { isStatement } from '../statements/worth.ts'
import { syntaxOf, type Syntax } from '../syntax.ts'

/** A statement on its way, with the words it comes from. */
interface Said {
  readonly words: Attributed
  readonly statement: ReadStatement
}

export function findStatements(draft: Draft): void {
  const syntax = syntaxOf(draft)
  const found: Found = { draft, syntax, cast: castOf(draft) }
  const dated = datesOfSayings(draft, syntax)
  const remarks: ReadRemark[] = []
  const said: Said[] = []
  const seen = new Set<string>()

  const add = (words: Attributed, spoken: Stretch | undefined, act: SpeechAct, voices: Voices, shape: CueShape | undefined): void => {
    const marks = wordsOf(draft, syntax, words.content)
    if (!marks) return
    const roles = shape ? rolesOf(found, words, shape, act) : noRoles
    const source = spoken && { source: markOf(draft, spoken) }
    // "was accused | by the party": beside the party's name "accused" says it, where "was accused" would say it of the party.
    const isByAgent = shape?.verb?.passive === true && syntax.word(shape.verb.to) === 'by' && spoken?.from === shape.verb.to + 1
    const cue = words.cue && { cue: markOf(draft, isByAgent ? { from: shape.verb.head, to: shape.verb.head + 1 } : words.cue) }
    const key = [source?.source, cue?.cue, ...marks.content].map(mark => (mark ? `${mark.start}-${mark.end}` : '')).join(' ') + act
    if (seen.has(key)) return
    seen.add(key)
    if (voices.unexplained) remarks.push({ rule: 'WHO_IS_MEANT', message: 'Nothing before says whom this word means; the statement has no speaker.', passage: markOf(draft, voices.unexplained) })
    const through = voices.via ?? roles.via
    const via = through !== undefined && voices.speakers.includes(through) ? undefined : through
    findFirstPersons(found, words, voices.speakers, roles.addressees)
    said.push({
      words,
      statement: {
        ref: `said-${said.length + 1}`,
        act,
        ...marks,
        ...source,
        ...cue,
        speakers: voices.speakers,
        addressees: roles.addressees.filter(ref => !voices.speakers.includes(ref)),
        targets: roles.targets.filter(ref => !voices.speakers.includes(ref)),
        about: [],
        ...(via !== undefined && { via }),
        attribution: voices.attribution,
        modality: shape ? modalityOf(syntax, shape, spoken) : 'ACTUAL',
        ...dated(words),
        rule: words.rule,
        reason: words.reason,
        confidence: words.confidence * voices.confidence,
      },
    })
  }

  for (const one of draft.attributions) {
    const shape = cueShapeOf(syntax, one)
    if (!shape) {
      if (one.source) add(one, one.source, 'SAY', voicesOf(found, one.source), undefined)
      continue
    }
    const hedge = hedgeOf(one, shape)
    if (hedge) add(hedge, undefined, 'REPORT', nobody, undefined)
    const words = withoutHedge(one, shape)
    const agent = (shape.verb && fakeOver(syntax, shape.verb)) ?? documentBefore(syntax, words, shape) ?? words.source
    const act = actOf(syntax, shape, words)
    const heard = words.rule === 'ANSWER' ? interviewedIn(found) : agent ? voicesOf(found, agent) : nobody
    const voices = agent && isOther(found, words, agent, shape, heard, said.at(-1)?.statement) ? { ...nobody, unexplained: agent } : heard
    if (isStatement(found, { ...words, ...(agent && { source: agent }) }, shape, act, voices)) add(words, agent, act, voices, shape)
  }
  const speakers = speakersOfParagraphs(syntax, said)
  for (const quotation of unattributed(syntax, draft.attributions)) {
    const alone = standsAlone(draft, syntax, quotation)
    const before = alone && speakers.get(syntax.sentenceAt(quotation.from).paragraph - 1)
    if (alone && before) add(alone, undefined, 'SAY', { ...nobody, speakers: before.speakers, attribution: 'INFERRED', confidence: before.confidence }, undefined)
    else remarks.push(remarkOf(draft, quotation))
  }
  found.cast.settle(new Set(said.flatMap(({ statement: { speakers: who, addressees, targets, via } }) => [...who, ...addressees, ...targets, ...(via === undefined ? [] : [via])])))

  // Only now are all mentions known that a statement may be about.
  const complete: Found = { ...found, cast: castOf(draft) }
  const parents = reportedIn(said.map(({ words }) => words), draft.tokens.length)
  draft.statements = said.map(({ words, statement }, index) => {
    const parent = said[parents[index] ?? -1]
    return { ...statement, about: aboutOf(complete, words, statement.speakers), ...(parent && { reportedIn: parent.statement.ref }) }
  })
  draft.remarks = [...draft.remarks, ...remarks]
}

/** The paragraphs in which one alone speaks. */
function speakersOfParagraphs(syntax: Syntax, said: readonly Said[]): ReadonlyMap<number, ReadStatement | undefined> {
  const speakers = new Map<number, ReadStatement | undefined>()
  for (const { words, statement } of said) {
    if (!words.cue || statement.speakers.length === 0) continue
    const { paragraph } = syntax.sentenceAt(words.cue.head)
    const other = speakers.get(paragraph)
    // “Is it true?” she asked. ⏎ “It is.”: another answers.
    if (turns.has(syntax.token(words.cue.head)?.lemma ?? '')) speakers.set(paragraph, undefined)
    else if (!speakers.has(paragraph)) speakers.set(paragraph, statement.speakers.length === 1 ? statement : undefined)
    else if (other && other.speakers[0] !== statement.speakers[0]) speakers.set(paragraph, undefined)
  }
  return speakers
}
