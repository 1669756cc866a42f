// What a draft has become, as a Reading.
import { readingFormat, type Reading, type ReadSentence } from '../model/reading.ts'
import type { Draft } from './draft.ts'
import type { Knowledge } from './knowledge.ts'

export function readerName({ version }: Knowledge): string {
  return `onrecord-rules 1 (knowledge ${version})`
}

export function readingOf(draft: Draft): Reading {
  return {
    format: readingFormat,
    sha256: draft.sha256,
    reader: readerName(draft.knowledge),
    sentences: draft.sentences.map(sentence => sentenceOf(draft.text, sentence)),
    entities: draft.entities,
    mentions: draft.mentions.map(({ mention }) => mention),
    statements: draft.statements,
    relationships: draft.relationships,
    possiblySame: [],
    remarks: draft.remarks,
  }
}

function sentenceOf(text: string, { start, end, headline }: Draft['sentences'][number]): ReadSentence {
  return { start, end, text: text.slice(start, end), ...(headline && { headline }) }
}
