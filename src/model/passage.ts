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

/** Whether the mark's words are what the text has there. `slice` alone forgives an end behind the text, a start before it, and fractions. */
export function isVerbatim(text: string, { start, end, text: words }: Mark): boolean {
  return Number.isInteger(start) && start >= 0 && end > start && words.length === end - start && text.slice(start, end) === words
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
