// What was given, made an article: its text as it will be stored, and its metadata. Whatever leaves here may be read.
import { OnRecordError } from '../model/errors.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import { enterText } from '../model/passage.ts'
import type { ArticleMetadata } from '../model/reading.ts'
import { describingFields, type ArticleInput } from './article-input.ts'
import { edtfOf } from './dates.ts'
import { articleOfPage } from './html.ts'
import { languageIn, languageSupposed, languageTag } from './language.ts'
import { webAddress } from './web-address.ts'

export interface Article {
  readonly text: string
  readonly metadata: ArticleMetadata
}

/** A title, also the first line of a text that has no other, a publisher and an author are cut here, in UTF-16 units. */
const longestName = 300

/**
 * The article of a text or a page. What is given goes before what the page says of itself, and that before what is found in the text.
 * Throws EMPTY_TEXT, BAD_TEXT, ARTICLE_TOO_LARGE, HTML_TOO_DEEP, HTML_TOO_COMPLEX, BAD_DATE and BAD_ARGUMENT.
 */
export function articleOf(input: ArticleInput): Article {
  // Who gives both and one is empty means the other.
  const page = line(input.text) === undefined && input.html !== undefined ? articleOfPage(input.html) : undefined
  const text = requireText(page?.text ?? input.text ?? '')
  const given = {
    title: name(input.title) ?? name(page?.title),
    publisher: name(input.publisher) ?? name(page?.publisher),
    author: name(input.author) ?? name(page?.author),
    url: requireUrl(line(input.url)) ?? page?.url,
    publishedOn: requireDate(line(input.publishedOn)) ?? page?.publishedOn,
  }
  const metadata = {
    ...given,
    title: given.title ?? firstLine(text),
    // A page's own word comes last: templates call pages English whose text is not.
    language: requireLanguage(line(input.language)) ?? languageIn(text) ?? page?.language ?? languageSupposed(text),
  }
  // A title or a language found in the text is the text's own.
  const found = new Set([given.title === undefined && 'title', input.language === undefined && 'language'])
  const borne = (field: (typeof describingFields)[number]): boolean => found.has(field) || (field !== 'language' && bears(text, metadata[field] ?? ''))
  return { text, metadata: { ...metadata, supplied: describingFields.filter(field => metadata[field] !== undefined && !borne(field)) } }
}

/** Whether they stand in it as words of their own: "anything" does not name the publisher "nyt". */
function bears(text: string, words: string): boolean {
  if (words === '') return true
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    if (!/[\p{L}\p{N}]/u.test(text.slice(at - 1, at) + text.slice(at + words.length, at + words.length + 1))) return true
  }
  return false
}

function requireText(raw: string): string {
  const text = enterText(raw)
  const bytes = Buffer.byteLength(text)
  if (bytes > limits.articleBytes.value) {
    throw limitPassed('articleBytes', bytes, `The text has ${bytes.toLocaleString('en-GB')} bytes`, 'Send it in parts, each an article.')
  }
  if (!/[\p{L}\p{N}]/u.test(text)) throw new OnRecordError('EMPTY_TEXT', 'The text has no letter and no digit; send the article\'s words.')
  return text
}

function requireDate(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const date = edtfOf(written)
  if (date !== null) return date
  throw new OnRecordError('BAD_DATE', `publishedOn is "${written.slice(0, 40)}"; expected a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD.`, { argument: 'publishedOn' })
}

function requireUrl(written: string | undefined): string | undefined {
  const address = written === undefined ? undefined : webAddress(written)
  if (written === undefined || address !== undefined) return address
  throw new OnRecordError('BAD_ARGUMENT', `url is "${written.slice(0, 60)}"; expected an address that begins with http:// or https:// and has at most 2,000 characters.`, { argument: 'url' })
}

function requireLanguage(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const tag = languageTag(written)
  if (tag !== null) return tag
  throw new OnRecordError('BAD_ARGUMENT', `language is "${written.slice(0, 40)}"; expected a language tag such as "en" or "pt-BR".`, { argument: 'language' })
}

/** Without line breaks and spaces around it; nothing where nothing is left. */
function line(words: string | undefined): string | undefined {
  return words?.toWellFormed().replaceAll(/[\s\0]/gu, ' ').trim() || undefined
}

function name(words: string | undefined): string | undefined {
  const found = line(words)
  return found && shortened(found)
}

function firstLine(text: string): string {
  return shortened(text.trimStart().split('\n', 1)[0]?.trim() ?? '')
}

function shortened(words: string): string {
  return words.length <= longestName ? words : `${words.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`
}
