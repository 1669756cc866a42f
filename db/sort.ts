// The default order of every list: the newest article first, then the order of its text. Made from content, compared bytewise, unique.
import { daysOf } from '../src/model/dates.ts'

/** An article's place in the order; undated ones come last. */
export function articleSort(key: string, publishedOn: string | undefined): string {
  const day = publishedOn ? daysOf(publishedOn)?.from.replaceAll('-', '') : undefined
  const newestFirst = day ? String(99_999_999 - Number(day)).padStart(8, '0') : '99999999'
  return newestFirst + key.slice(0, 16)
}

/** The place of something that begins at an offset of the article; `key` tells apart what begins together. */
export function markSort(article: string, start: number, key: string): string {
  return `${article}${String(start).padStart(7, '0')}${key}`
}
