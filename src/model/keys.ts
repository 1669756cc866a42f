// Keys and slugs, made from what is identified and never from a counter, so that they are the same after every rebuild.
import { hash } from 'node:crypto'

/** SHA-256 of the text's UTF-8, in lower-case hexadecimal: an article's key. */
export function sha256(text: string): string {
  return hash('sha256', text)
}

/** Hexadecimal digits of an article's key that stand in slugs and in the keys of its parts. No two articles share them. */
export const articleDigits = 12

/**
 * The key of a mention, statement or relationship: 22 characters of base64url. The first 8 are the digits of its article, so that an
 * article's keys stand together in an index however large the graph is; the others are 84 bits over the parts.
 */
export function keyOf(article: string, ...parts: readonly (string | number | null)[]): string {
  if (lastArticle.key !== article) lastArticle = { key: article, digits: Buffer.from(article.slice(0, articleDigits), 'hex').toString('base64url') }
  return lastArticle.digits + hash('sha256', JSON.stringify([article, ...parts]), 'base64url').slice(0, 14)
}

/** The article whose part was the last to be given a key, as most are of the same. */
let lastArticle = { key: '', digits: '' }

/** The digits of the article whose part `keyOf` made the key for. */
export function articleDigitsOf(key: string): string {
  return Buffer.from(key.slice(0, 8), 'base64url').toString('hex')
}

/** A name as an address: "Sharm el-Sheikh" is "sharm-el-sheikh"; letters of every script are kept, accents of Latin letters are not. */
export function slugOf(name: string): string {
  return cutSlug(wordsOfSlug(name)) || 'unnamed'
}

/** The name's letters and digits, hyphens between its words; empty where it has none. */
export function wordsOfSlug(name: string): string {
  const plain = isPlain(name) ? name : name.normalize('NFKD').replace(/(\p{Script=Latin})\p{M}+/gu, '$1').normalize('NFC')
  return plain
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
  return (isPlain(name) ? name : name.normalize('NFKD').replace(/\p{M}+/gu, ''))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether it is ASCII, as most names are: there is nothing to take apart in it. */
function isPlain(name: string): boolean {
  return /^[\0-\x7F]*$/.test(name)
}
