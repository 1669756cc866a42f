// Who says what, as words in the text: source, cue and content. Who the words mean is found later.
import { answersOf } from '../attribution/answers.ts'
import { besideOf, calledBy } from '../attribution/beside.ts'
import { verbCueOf, type VerbCue } from '../attribution/cue.ts'
import { phrasalOf } from '../attribution/phrasal.ts'
import { attachFollowing, grownOverQuotations, holdersOf, shareChains, type Growing } from '../attribution/quoted.ts'
import { signedOf } from '../attribution/signed.ts'
import { attributed, attributionOf } from '../attribution/verbal.ts'
import { onlyQuotations } from '../lexicon/cue-habits.ts'
import type { Attributed, Draft } from '../draft.ts'
import { syntaxOf, type Syntax } from '../syntax.ts'

export function findAttributions(draft: Draft): void {
  const syntax = syntaxOf(draft)
  const found: Growing[] = []
  const pending: Growing[] = []
  for (const sentence of draft.sentences) {
    const cues = new Map<number, VerbCue>()
    for (let at = sentence.from; at < sentence.to; at++) {
      const verb = syntax.verbAt(at)
      if (!verb || syntax.quotationAt(at) >= 0) continue
      const cue = verbCueOf(syntax, verb)
      if (cue) cues.set(verb.from, cue)
      at = verb.to - 1
    }
    // "released a statement saying": the saying is told, and not the release as well.
    const issued = new Set([...cues.values()].flatMap(cue => (cue.from < cue.verb.from ? [cue.from] : [])))
    for (const cue of cues.values()) {
      if (issued.has(cue.verb.from)) continue
      const one = attributionOf(syntax, cue, cues)
      if (one) found.push({ ...attributed(syntax, one, []), speech: isSpeech(cue), content: grownOverQuotations(syntax, one.content) })
      else if (waitsForWords(syntax, cue)) pending.push({ ...attributed(syntax, { cue, content: [], rule: 'CONTENT_FOLLOWS', reason: 'The words follow in the next sentence.', confidence: 0.8 }, []), speech: true, content: [] })
    }
    for (const one of phrasalOf(syntax, sentence, draft.written)) found.push({ ...one, speech: one.rule !== 'NOUN_OF_SAYING', quotations: [], content: grownOverQuotations(syntax, one.content) })
  }
  for (const quotation of draft.quotations) {
    const one = quotation.depth === 0 ? signedOf(syntax, quotation) : undefined
    if (one) found.push({ ...one, speech: true, quotations: [], content: [...one.content] })
  }
  for (const one of answersOf(syntax, draft.sentences)) found.push({ ...one, speech: true, quotations: [], content: [...one.content] })
  takeTurns(syntax, found)
  shareChains(syntax, found)
  const held = holdersOf(syntax, found)
  const waiting = new Set(pending.map(({ cue }) => draft.tokens[cue?.head ?? -1]?.sentence))
  const taken = new Set<number>()
  for (const [index, quotation] of draft.quotations.entries()) {
    const sentence = draft.tokens[quotation.from - 1]?.sentence
    // A cue in the sentence before waits for its words; “dubbed “…” by its friends” may stand in another's words.
    const called = held[index] ? calledBy(syntax, quotation) : undefined
    if (called) found.push({ ...called, speech: true, quotations: [], content: [...called.content] })
    if (held[index] || (draft.tokens[quotation.from - 2]?.sentence !== sentence && waiting.has(draft.tokens[quotation.from - 2]?.sentence))) continue
    const one = besideOf(syntax, quotation)
    if (!one) continue
    found.push({ ...one, speech: true, quotations: [], content: grownOverQuotations(syntax, one.content) })
    if (one.cue) taken.add(one.cue.head)
  }
  draft.attributions = goingOn(syntax, attachFollowing(syntax, found, pending.filter(({ cue }) => cue && !taken.has(cue.head))))
    .map(one => ({ ...one, quotations: quotationsIn(syntax, one) }))
    .toSorted((one, other) => (one.cue?.from ?? 0) - (other.cue?.from ?? 0))
}

/** Where paragraphs begin with a name and a colon, as in a transcript, all of the paragraph is said. */
function takeTurns(syntax: Syntax, found: readonly Growing[]): void {
  const turns = found.filter(({ rule, source, content }) => {
    const own = syntax.sentenceAt(source?.from ?? -1)
    return rule === 'NAME_AND_COLON' && own.from === source?.from && syntax.sentenceAt(own.from - 1).paragraph !== own.paragraph && syntax.quotationAt(content[0]?.from ?? -1) < 0
  })
  if (turns.length < 2) return
  for (const { content } of turns) {
    const last = content.at(-1)
    const own = syntax.sentenceAt(last?.from ?? -1)
    let to = own.to
    for (let next = syntax.sentenceAt(to); next.paragraph === own.paragraph && next.to > to; next = syntax.sentenceAt(to)) to = next.to
    if (last && to > own.to) content.splice(-1, 1, { from: last.from, to })
  }
}

/** “…,” Ms Reed said, according to the paper. “…”: what is known through the paper is all that she says. */
function goingOn(syntax: Syntax, found: readonly Growing[]): readonly Growing[] {
  const said = new Map(found.flatMap(one => (one.cue ? [[one.cue.head, one]] : [])))
  for (const { cue, content, rule } of found) {
    const last = content.at(-1)
    if (!cue || !last || (rule !== 'ACCORDING_TO' && rule !== 'CONTENT_BEFORE') || last.to > cue.from) continue
    for (let at = Math.max(last.from, syntax.sentenceAt(cue.head).from); at < last.to; at++) {
      const inner = syntax.quotationAt(at) < 0 ? said.get(at) : undefined
      const behind = inner?.content.filter(({ from }) => from >= cue.to) ?? []
      // The last of them that holds nothing but its own words goes on.
      if (behind.length > 0 && inner?.speech) {
        content.push(...behind)
        break
      }
    }
  }
  return found
}

function isSpeech({ frames, verb }: VerbCue): boolean {
  return (frames.has('say') || frames.has('tell')) && verb.form === 'finite'
}

/** Whether the words may follow in the next sentence: not in "as the crowd laughed", nor in "expected him to read". */
function waitsForWords(syntax: Syntax, { frames, lemma, subject, unit, verb, to }: VerbCue): boolean {
  if (!subject || (onlyQuotations.has(lemma) && syntax.word(to) !== ':') || !frames.has('say') || (verb.form === 'infinitive' && syntax.word(to) !== ':')) return false
  // "delegates pledged to Mr Hale": such a verb tells what is said at once, or with a colon.
  if (frames.has('will') && !/^(?:ask|demand|plead|beg)$/u.test(lemma) && !/^[.:,]$/u.test(syntax.word(to))) return false
  return !/^(?:as|when|before|after|while|until|since|because|if)$/u.test(syntax.word(unit.from - 1))
}

function quotationsIn(syntax: Syntax, { content }: Attributed): readonly number[] {
  const found = new Set<number>()
  for (const { from, to } of content) {
    for (let at = from; at < to; at++) {
      const index = syntax.quotationAt(at)
      const quotation = syntax.quotation(at)
      if (!quotation) continue
      if (from <= quotation.from && quotation.to <= to) found.add(index)
      at = quotation.to
    }
  }
  return [...found]
}
