// An article as the reader understood it, for a terminal: the text with its marks, then each statement and relationship with its reasons.
import { styleText } from 'node:util'
import type { ArticleMetadata, ReadMention, Reading, ReadStatement } from '../model/reading.ts'
import type { Span } from '../model/passage.ts'
import { printable } from './printable.ts'
import { widthOf } from './progress.ts'

type Style = Parameters<typeof styleText>[0]

const styles = {
  PERSON: 'cyan',
  COUNTRY: 'green',
  ORGANISATION: 'magenta',
  PLACE: 'green',
  EVENT: 'yellow',
  GROUP: 'blue',
  TOPIC: 'gray',
} as const satisfies Record<string, Style>
const cueStyle = ['bold', 'underline'] as const
const contentStyle = 'italic'

/** The widest a text is set, in columns: longer lines are hard to read. */
const widest = 100

/** Colours where the stream is a terminal that has them; NO_COLOR is heeded. */
export function explained(article: string, metadata: ArticleMetadata, reading: Reading, stream: NodeJS.WriteStream): string {
  const text = printable(article)
  const paint = (style: Style, words: string): string => styleText(style, words, { stream })
  const width = stream.isTTY ? Math.min(widthOf(stream), widest) : widest
  const names = new Map(reading.entities.map(entity => [entity.ref, entity.name]))
  const nameOf = (ref: string): string => names.get(ref) ?? ref
  const numbers = new Map(reading.statements.map((statement, index) => [statement.ref, index + 1]))
  const because = ({ rule, reason, confidence }: { rule: string; reason: string; confidence: number }): string =>
    paint('dim', wrapped(`    ${rule}, ${confidence.toFixed(2)}: ${reason}`, width, '    '))

  const statements = reading.statements.map(statement => [
    wrapped(`${paint('bold', `${numbers.get(statement.ref)}.`)} ${speakersOf(statement, nameOf)} ${paint([...cueStyle], statement.cue?.text ?? `(${statement.act.toLowerCase()})`)}: ${paint(contentStyle, statement.content.map(mark => oneLine(mark.text)).join(' … '))}`, width, '   '),
    paint('dim', `    ${facts([statement.kind, statement.act, statement.attribution, statement.modality, statement.madeOn,
      ...listed('to', statement.addressees, nameOf), ...listed('at', statement.targets, nameOf), ...listed('about', statement.about, nameOf),
      statement.reportedIn && `known through ${numbers.get(statement.reportedIn)}`])}`),
    because(statement),
  ].join('\n'))
  const relationships = reading.relationships.map(relationship => [
    wrapped(`${paint('bold', '•')} ${nameOf(relationship.subject)} – ${paint([...cueStyle], relationship.label)}${relationship.object ? ` – ${nameOf(relationship.object)}` : ''}`, width, '   '),
    paint('dim', `    ${facts([relationship.type, relationship.voice, relationship.modality, dates(relationship), relationship.statement && `in ${numbers.get(relationship.statement)}`])}`),
    because(relationship),
  ].join('\n'))
  const remarks = reading.remarks.map(({ rule, message, passage }) => wrapped(`${rule}: ${message}${passage ? ` (“${oneLine(passage.text)}”)` : ''}`, width, '   '))
  const about = facts([metadata.publisher, metadata.author, metadata.publishedOn, metadata.language, metadata.url])
  return [
    `${paint('bold', printable(metadata.title))}\n${paint('dim', printable(about))}`,
    legend(paint),
    marked(text, reading, paint, width),
    part(`Statements (${statements.length})`, statements, paint),
    part(`Relationships (${relationships.length})`, relationships, paint),
    part(`Remarks (${remarks.length})`, remarks, paint),
  ].filter(each => each !== '').join('\n\n')
}

/** What the colours mean; nothing where there are none. */
function legend(paint: (style: Style, words: string) => string): string {
  const kinds = Object.entries(styles).map(([kind, style]) => paint(style, kind.toLowerCase()))
  const whole = [...kinds, paint([...cueStyle], 'cue'), paint(contentStyle, 'content')].join(' ')
  return whole.includes('\u001B') ? whole : ''
}

function part(heading: string, lines: readonly string[], paint: (style: Style, words: string) => string): string {
  return lines.length === 0 ? '' : [paint('bold', heading), ...lines].join('\n\n')
}

function facts(known: readonly (string | false | undefined)[]): string {
  return known.filter(each => each).join(' · ')
}

function dates({ startsOn, endsOn }: { readonly startsOn?: string; readonly endsOn?: string }): string | undefined {
  return startsOn === endsOn ? startsOn : `${startsOn ?? '…'} to ${endsOn ?? '…'}`
}

function listed(what: string, refs: readonly string[], nameOf: (ref: string) => string): readonly string[] {
  return refs.length === 0 ? [] : [`${what} ${refs.map(nameOf).join(', ')}`]
}

function speakersOf(statement: ReadStatement, nameOf: (ref: string) => string): string {
  return statement.speakers.map(nameOf).join(', ') || 'somebody'
}

function oneLine(words: string): string {
  return printable(words).split(/\s/u).filter(word => word !== '').join(' ')
}

/** The text with mentions coloured by kind, cues underlined, content in italics; each word has the innermost of its mentions. */
function marked(text: string, reading: Reading, paint: (style: Style, words: string) => string, width: number): string {
  const kinds = new Map(reading.entities.map(entity => [entity.ref, entity.kind]))
  // Longest first, so that what lies within others is laid over them.
  const mentions = [...reading.mentions].sort((one: ReadMention, other: ReadMention) => other.end - other.start - (one.end - one.start))
  const layers: readonly (readonly [Span, Style])[] = [
    ...reading.statements.flatMap(statement => statement.content.map(mark => [mark, contentStyle] as const)),
    ...mentions.map(mention => [mention, styles[kinds.get(mention.entity) ?? 'TOPIC']] as const),
    ...reading.statements.flatMap(statement => (statement.cue ? [[statement.cue, [...cueStyle]] as const] : [])),
  ]
  const styleAt = Array.from<Style | undefined>({ length: text.length })
  for (const [{ start, end }, style] of layers) styleAt.fill(style, start, end)
  let painted = ''
  let column = 0
  for (const { 0: word, index } of text.matchAll(/\S+|\s+/gu)) {
    if (word.trim() === '') {
      const lines = word.split('\n').length - 1
      painted += lines > 0 ? '\n'.repeat(lines) : ' '
      column = lines > 0 ? 0 : column + 1
      continue
    }
    if (column > 0 && column + word.length > width) {
      painted = `${painted.slice(0, -1)}\n`
      column = 0
    }
    painted += runs(word, index, styleAt).map(([part, style]) => (style === undefined ? part : paint(style, part))).join('')
    column += word.length
  }
  return painted.trim()
}

/** A word in stretches of one style. */
function runs(word: string, offset: number, styleAt: readonly (Style | undefined)[]): readonly (readonly [string, Style | undefined])[] {
  const found: [string, Style | undefined][] = []
  for (let at = 0; at < word.length; at++) {
    const style = styleAt[offset + at]
    const last = found.at(-1)
    if (last && last[1] === style) last[0] += word[at] ?? ''
    else found.push([word[at] ?? '', style])
  }
  return found
}

/** Broken between words at the width, colours not counted. */
function wrapped(words: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = words.slice(0, words.length - words.trimStart().length)
  let { length } = line
  let isNew = true
  for (const word of words.trimStart().split(' ')) {
    const visible = word.replaceAll(/\u001B\[\d+m/gu, '').length // oxlint-disable-line no-control-regex -- the signs that colour
    if (!isNew && length + 1 + visible > width) {
      lines.push(line)
      line = indent
      length = indent.length
    } else if (!isNew) {
      line += ' '
      length++
    }
    line += word
    length += visible
    isNew = false
  }
  return [...lines, line].join('\n')
}
