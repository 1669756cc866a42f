// Passages, sentences and the reasons of marks: the words that everything else rests on.
import { inSentences, sentencesAround, sentencesAt } from '../../db/tables/lookup.ts'
import type { SentenceRow } from '../../db/tables/rows.ts'
import { askedBelow } from '../asked.ts'
import { OnRecordError } from '../../src/model/errors.ts'
import { limits } from '../../src/model/limits.ts'
import { hanging, required, textBehind } from '../loaders.ts'
import { forAll, together, togetherFlat } from '../together.ts'
import { Article, Basis, Mention, Passage, Relationship, Sentence, Statement, type PassageValue } from './refs.ts'

Basis.implement({
  description: 'Why a mark is there: the rule that made it, in words, and how sure.',
  fields: t => ({
    rule: t.exposeString('rule', { description: 'The permanent id of the rule; REVIEWED where a person decided.' }),
    reason: t.exposeString('reason', { description: 'Why, in words.' }),
    confidence: t.exposeFloat('confidence', { description: 'How sure, 0 to 1.' }),
  }),
})

Passage.implement({
  description: 'A stretch of an article in UTF-16 code units, end exclusive: article.text.slice(start, end) === text. Always verbatim.',
  fields: t => ({
    article: t.field({ type: Article, description: 'Where it stands.', resolve: (passage, _, { graph }, info) => required(graph, passage, info, 'article', each => each.article) }),
    start: t.exposeInt('start', { description: 'Offset of its first UTF-16 code unit.' }),
    end: t.exposeInt('end', { description: 'Offset behind its last UTF-16 code unit.' }),
    text: t.string({ description: 'Its words, verbatim, misprints included.', resolve: (passage, _, { graph }) => textBehind(graph, passage).slice(passage.start, passage.end) }),
    sentence: t.field({
      type: Sentence,
      description: 'The sentence it begins in.',
      resolve: (passage, _, { graph }) => forAll(passage, 'sentence', null, (all: readonly PassageValue[]) => together(sentencesAt(graph, all).map(requireSentence))),
    }),
    before: t.string({
      description: 'The words before it, up to so many UTF-16 code units; a character is never cut in two.',
      args: { chars: t.arg.int({ defaultValue: 40, description: 'How many, 0 to 1000.' }) },
      resolve: (passage, { chars }, { graph }) => {
        const text = textBehind(graph, passage)
        const from = Math.max(0, passage.start - around(chars))
        return text.slice(isLowSurrogate(text, from) ? from + 1 : from, passage.start)
      },
    }),
    after: t.string({
      description: 'The words behind it, up to so many UTF-16 code units; a character is never cut in two.',
      args: { chars: t.arg.int({ defaultValue: 40, description: 'How many, 0 to 1000.' }) },
      resolve: (passage, { chars }, { graph }) => {
        const text = textBehind(graph, passage)
        const to = passage.end + around(chars)
        return text.slice(passage.end, isLowSurrogate(text, to) ? to - 1 : to)
      },
    }),
  }),
})

Sentence.implement({
  description: 'A sentence of an article, with what is marked in it.',
  fields: t => ({
    position: t.exposeInt('position', { description: 'Its number in the article, from 1.' }),
    headline: t.boolean({ description: 'Whether it is the headline.', resolve: sentence => sentence.headline === 1 }),
    passage: t.field({
      type: Passage,
      description: 'Its words.',
      resolve: (sentence, _, __, info) => forAll(sentence, 'passage', info, (all: readonly SentenceRow[]) =>
        together(all.map(({ article_id: article, start, end }) => ({ article, start, end })), info)),
    }),
    around: t.field({
      type: [Sentence],
      description: 'It and the sentences of its article around it, in order.',
      extensions: { multiplier: ({ before, after }: { before?: number | null; after?: number | null }) => 1 + Math.max(0, before ?? 3) + Math.max(0, after ?? 3) },
      args: {
        before: t.arg.int({ defaultValue: 3, description: 'How many before it, 0 to the limit sentencesAround.' }),
        after: t.arg.int({ defaultValue: 3, description: 'How many behind it, 0 to the limit sentencesAround.' }),
      },
      resolve: (sentence, { before, after }, { graph }, info) => [...forAll(sentence, 'around', info, (all: readonly SentenceRow[]) => {
        const found = sentencesAround(graph, all, within('before', before ?? 3, limits.sentencesAround.value), within('after', after ?? 3, limits.sentencesAround.value))
        return togetherFlat(all.map(each => found.get(each.id) ?? []))
      })],
    }),
    mentions: t.field({
      type: [Mention],
      description: 'The mentions that begin in it, in order.',
      resolve: (sentence, _, { graph }, info) => hanging(sentence, info, all => inSentences(graph, 'mention', all, askedBelow(info))),
    }),
    statements: t.field({
      type: [Statement],
      description: 'The statements that begin in it, in order.',
      resolve: (sentence, _, { graph }, info) => hanging(sentence, info, all => inSentences(graph, 'statement', all, askedBelow(info))),
    }),
    relationships: t.field({
      type: [Relationship],
      description: 'The relationships whose evidence begins in it, in order.',
      resolve: (sentence, _, { graph }, info) => hanging(sentence, info, all => inSentences(graph, 'relationship', all, askedBelow(info))),
    }),
  }),
})

function requireSentence(sentence: SentenceRow | null): SentenceRow {
  if (!sentence) throw new Error('A passage stands in no sentence.')
  return sentence
}

function around(chars: number | null | undefined): number {
  return within('chars', chars ?? 40, limits.wordsAround.value)
}

function within(argument: string, count: number, most: number): number {
  if (count >= 0 && count <= most) return count
  throw new OnRecordError('BAD_ARGUMENT', `${argument} is ${count}; expected a whole number from 0 to ${most}.`, { argument, limit: most, actual: count })
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}
