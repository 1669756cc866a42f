// How the words of an expectation find what they stand for: an entity by its name, or by one of its mentions.
import type { ReadEntity } from '../src/model/reading.ts'
import type { Read } from './golden.ts'

const edges = /^[\s"“”‘’'«»„.,:;!?–—-]+|[\s"“”‘’'«»„.,:;!?–—-]+$/gu

/** Without marks at the edges, "that" and articles at the beginning, a possessive at the end; white space is one space. */
export function core(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').replaceAll(edges, '').replace(/^(?:that|the|an?) /iu, '').replace(/[’']s?$/u, '')
}

export function sameWords(one: string, other: string): boolean {
  return pieces(one) === pieces(other)
}

function pieces(words: string): string {
  return words.split(' … ').map(core).join(' … ').toLowerCase()
}

/** Where words stand in the text, whatever its white space. Throws where they do not: such an expectation could only ever fail. */
export function placesOf(text: string, words: string): readonly (readonly [number, number])[] {
  const pattern = words.trim().split(/\s+/u).map(word => word.replaceAll(/[.*+?^${}()|[\]\\/]/gu, sign => `\\${sign}`)).join('\\s+')
  const places = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'))]
  if (places.length === 0) throw new Error(`“${words}” does not stand in the article.`)
  return places.map(({ index, 0: found }) => [index, index + found.length])
}

/**
 * Who is called so: `[she] left` is whoever "she" means there, and that must stand once in the article; a name is that of a named entity;
 * other words are a mention of somebody without a name ("a senior official").
 */
export function entitiesCalled({ text, reading, entities }: Read, words: string): readonly ReadEntity[] {
  const bracket = /^(?<before>[^[]*)\[(?<mention>[^\]]+)\](?<after>.*)$/su.exec(words)?.groups
  if (bracket) {
    const { before = '', mention = '', after = '' } = bracket
    const places = placesOf(text, before + mention + after)
    if (places.length > 1) throw new Error(`“${words}” stands ${places.length} times in the article; add words around it.`)
    const [start = 0, end = 0] = [(places[0]?.[0] ?? 0) + before.length, (places[0]?.[1] ?? 0) - after.length]
    const there = reading.mentions.filter(each => each.start >= start && each.end <= end + 2 && sameWords(core(each.text), core(mention)))
    return [...new Set(there.map(({ entity }) => entities.get(entity)).filter(entity => entity !== undefined))]
  }
  const named = reading.entities.filter(({ named, name }) => named && name === words)
  if (named.length > 0) return named
  const meant = new Set(reading.mentions.filter(mention => mention.form === 'NOMINAL' && sameWords(core(mention.text), core(words))).map(({ entity }) => entity))
  return reading.entities.filter(({ ref, name, named }) => !named && (meant.has(ref) || sameWords(core(name), core(words))))
}

export function nameOf({ entities }: Read, ref: string): string {
  return entities.get(ref)?.name ?? ref
}
