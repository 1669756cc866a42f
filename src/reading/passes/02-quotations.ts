// Quotations: what stands inside quotation marks, curly, straight, single or nested, and over paragraphs.
import type { Draft, DraftSentence, Quotation, Token } from '../draft.ts'

type Sort = 'double' | 'single'
interface Open {
  readonly sort: Sort
  /** Token of the opening mark. */
  readonly at: number
  readonly continues: number | undefined
}
interface Found extends Open {
  /** Token of the closing mark; behind the paragraph where there is none. */
  readonly close: number
  readonly closed: boolean
  readonly depth: number
}

/** Quotations nest no deeper; what is, is left flat. */
const deepest = 4
/** Paragraphs that a closing mark may join to the one before, one after another. */
const mostWithoutMark = 6

export function findQuotations(draft: Draft): void {
  const { tokens, sentences } = draft
  const quotations: Quotation[] = []
  let unclosed: number | undefined
  for (let first = 0; first < sentences.length; ) {
    let last = lastOfParagraph(sentences, first)
    const from = sentences[first]?.from ?? 0
    let found = inParagraph(tokens, from, sentences[last]?.to ?? 0)
    // “I waited. ⏎ Nobody came.”: left open, and the next paragraph closes it without opening it anew.
    for (let more = 0; more < mostWithoutMark && found.some(({ closed, depth }) => !closed && depth === 0); more++) {
      const next = lastOfParagraph(sentences, last + 1)
      if (next === last || !closesFirst(tokens, sentences[last + 1]?.from ?? 0, sentences[next]?.to ?? 0)) break
      last = next
      found = inParagraph(tokens, from, sentences[last]?.to ?? 0)
    }
    let open: number | undefined
    for (const { at, close, closed, depth } of found) {
      const opens = tokens[at]
      const closes = tokens[closed ? close : close - 1]
      if (!opens || !closes || close <= at + 1) continue
      const index = quotations.length
      // A quotation that was left open at the end of its paragraph goes on in the next, which opens it anew.
      // In a block that straight marks open anew, curly ones are of those who speak in it.
      const goesOn: boolean = unclosed !== undefined && depth === 0 && at === sentences[first]?.from && !(opens.text === '“' && tokens[(quotations[unclosed]?.from ?? 0) - 1]?.text === '"')
      quotations.push({
        from: at + 1,
        to: close,
        inner: { start: opens.end, end: closed ? closes.start : closes.end },
        outer: { start: opens.start, end: closes.end },
        depth,
        closed,
        continues: goesOn && unclosed !== undefined ? unclosed : index,
      })
      if (!closed && depth === 0) open = goesOn ? unclosed : index
    }
    unclosed = open
    first = last + 1
  }
  draft.quotations = quotations
}

/** Index of the last sentence of the paragraph that begins with this one; the one before it where there is none. */
function lastOfParagraph(sentences: readonly DraftSentence[], first: number): number {
  let last = first
  while (last + 1 < sentences.length && sentences[last + 1]?.paragraph === sentences[first]?.paragraph) last++
  return first < sentences.length ? last : first - 1
}

/** Whether the first double mark of a paragraph stands at the end of a word. */
function closesFirst(tokens: readonly Token[], from: number, to: number): boolean {
  if (doubles.has(tokens[from]?.text ?? '')) return false
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at]
    if (token && doubles.has(token.text)) return token.text === '”' || (token.text === '"' && tokens[at - 1]?.end === token.start && (at + 1 >= to || tokens[at + 1]?.start !== token.end))
  }
  return false
}

const doubles = new Set(['“', '”', '"', '«', '»', '„', '``', "''"])

/** What `markOf` knows. */
const marks = new Set([...doubles, '‘', '’', "'"])

function inParagraph(tokens: readonly Token[], from: number, to: number): readonly Found[] {
  const found: Found[] = []
  const open: Open[] = []
  const close = (at: number, sort: Sort): void => {
    const top = open.findLastIndex(one => one.sort === sort)
    if (top < 0) return
    const [one] = open.splice(top)
    if (one) found.push({ ...one, close: at, closed: true, depth: top })
  }
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token || !marks.has(token.text)) continue
    const mark = markOf(token, tokens[at - 1], tokens[at + 1], open, from === at)
    if (!mark || (!mark.opens && isInches(tokens, at) && closesTwice(tokens, at, to))) continue
    if (mark.opens) {
      // A second opening mark of the same sort: the first was never closed, unless both are closed later.
      if (open.some(one => one.sort === mark.sort) && !closesTwice(tokens, at + 1, to)) close(at, mark.sort)
      if (open.length < deepest) open.push({ sort: mark.sort, at, continues: undefined })
    } else close(at, mark.sort)
  }
  // What stays open runs to the end of the paragraph; single marks that never close were apostrophes.
  for (const [depth, one] of open.entries()) if (one.sort === 'double') found.push({ ...one, close: to, closed: false, depth })
  return found.sort((one, other) => one.at - other.at)
}

/** Whether two closing marks follow before any opening one: “he said “no” to it” */
function closesTwice(tokens: readonly Token[], from: number, to: number): boolean {
  let closed = 0
  for (let at = from; at < Math.min(to, from + 120); at++) {
    const mark = tokens[at]?.text
    if (mark === '“' || mark === '"') return false
    if (mark === '”' && ++closed === 2) return true
  }
  return false
}

/** “he’s 6’2”, and I am not,” */
function isInches(tokens: readonly Token[], at: number): boolean {
  return /^\d+’\d+”$/.test(tokens.slice(Math.max(0, at - 3), at + 1).map(({ text }) => text).join(''))
}

function markOf(token: Token, before: Token | undefined, after: Token | undefined, open: readonly Open[], first: boolean): { readonly sort: Sort; readonly opens: boolean } | undefined {
  // “(''like this'')”: what stands at a bracket stands at no word.
  const gluedBefore = !first && before?.end === token.start && !/^[([]$/.test(before.text)
  const gluedAfter = after?.start === token.end
  const isOpen = (sort: Sort): boolean => open.some(one => one.sort === sort)
  switch (token.text) {
    case '“':
      // Mistyped: “like this,“
      return { sort: 'double', opens: !(isOpen('double') && gluedBefore && !gluedAfter) }
    case '«':
    case '„':
    case '``':
      return { sort: 'double', opens: true }
    case '”':
    case '»':
    case "''":
      // Mistyped: ”like this”
      return { sort: 'double', opens: !isOpen('double') && gluedAfter && !gluedBefore }
    case '"':
      if (!isOpen('double')) return { sort: 'double', opens: true }
      return { sort: 'double', opens: gluedAfter && !gluedBefore && /[\p{L}\p{N}]/u.test(after?.text ?? '') }
    case '‘':
      // Mistyped: ‘like this‘
      if (gluedBefore && !gluedAfter && isOpen('single')) return { sort: 'single', opens: false }
      // “in ‘08”, “CBS‘ new show”: an apostrophe.
      return gluedAfter && after?.tag !== 'NUM' ? { sort: 'single', opens: true } : undefined
    case '’':
    case "'":
      if (gluedAfter && !gluedBefore && token.text === "'" && !isOpen('single')) return { sort: 'single', opens: true }
      // An apostrophe behind a plural ("the leaders’ summit") closes nothing that is not open.
      if (isOpen('single') && gluedBefore && !gluedAfter) return { sort: 'single', opens: false }
      if (isOpen('single') && gluedBefore && /^[.,;:?!"”)]/u.test(after?.text ?? '')) return { sort: 'single', opens: false }
      return undefined
    default:
      return undefined
  }
}
