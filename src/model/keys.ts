// Keys and slugs, made from what is identified and never from a counter, so that they are the same after every rebuild.
import { createHash } from 'node:crypto'

/** SHA-256 of the text's UTF-8, in lower-case hexadecimal: an article's key. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** 128 bits over the parts, as 22 characters of base64url: the key of a mention, statement or relationship. */
export function keyOf(...parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest().subarray(0, 16).toString('base64url')
}

/** A name as an address: "Sharm el-Sheikh" is "sharm-el-sheikh"; letters of every script are kept, accents of Latin letters are not. */
export function slugOf(name: string): string {
  return cutSlug(wordsOfSlug(name)) || 'unnamed'
}

/** The name's letters and digits, hyphens between its words; empty where it has none. */
export function wordsOfSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

/** At most 80 UTF-16 units, no character cut in two: a global id holds three bytes for each. */
export function cutSlug(slug: string): string {
  return slug.slice(0, 80).replace(/[\uD800-\uDBFF]$/, '')
}

/** A name as search compares it: without accents, case and punctuation, single spaces. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
