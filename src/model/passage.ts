// A passage is the unit of truth: a stretch of an article's text, verbatim, in UTF-16 code units, end exclusive.
import { OnRecordError } from './errors.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

/** A span with its words beside it: `text.slice(start, end) === mark.text`, always. */
export interface Mark extends Span {
  readonly text: string
}

/** The mark that begins and ends there; throws BAD_READING where the text has no such stretch. */
export function markAt(text: string, start: number, end: number): Mark {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > text.length) {
    throw new OnRecordError('BAD_READING', `${start} to ${end} is no stretch of a text of ${text.length} UTF-16 units; expected 0 ≤ start < end ≤ ${text.length}.`)
  }
  return { start, end, text: text.slice(start, end) }
}

/** Whether the mark's words are what the text has there. `slice` alone forgives an end behind the text and a start before it. */
export function isVerbatim(text: string, mark: Mark): boolean {
  return mark.start >= 0 && mark.end > mark.start && mark.text.length === mark.end - mark.start && text.slice(mark.start, mark.end) === mark.text
}

/**
 * The one change a text ever undergoes, when it enters: made well-formed Unicode, CRLF and CR become LF. NUL is refused (BAD_TEXT).
 * Offsets count from the result.
 */
export function enterText(raw: string): string {
  const nul = raw.indexOf('\0')
  if (nul >= 0) {
    throw new OnRecordError('BAD_TEXT', `The text has a NUL character at offset ${nul}; remove it and send the text again.`, { offset: nul })
  }
  return raw.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}
