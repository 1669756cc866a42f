// Golden articles: `tests/articles/<phenomenon>/`, each a text and what a person takes from it. Names and words stand for entities and
// statements, never refs and offsets. The trap: an expectation that is marked `known` must still be missed.
import { readdirSync, readFileSync } from 'node:fs'
import { articleOf } from '../src/input/article.ts'
import type { ArticleInput } from '../src/input/article-input.ts'
import type { ReadEntity, Reading } from '../src/model/reading.ts'
import { theReader } from '../src/reader.ts'
import { judges, type Given, type Section } from './golden-judges.ts'

export interface Expectation {
  readonly section: Section
  readonly given: Given
  /** Why the reader misses it. */
  readonly known?: string
}

export interface Golden {
  readonly text: string
  readonly metadata: ArticleInput
  readonly judged: string
  readonly expectations: readonly Expectation[]
}

/** What was read of a text, with its entities by ref. */
export interface Read {
  readonly text: string
  readonly reading: Reading
  readonly entities: ReadonlyMap<string, ReadEntity>
}

const folder = new URL('articles/', import.meta.url)

export function phenomena(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort()
}

export function loadGolden(phenomenon: string): Golden {
  const file = (name: string): string => readFileSync(new URL(`${phenomenon}/${name}`, folder), 'utf8')
  try {
    return goldenOf(file('article.txt'), JSON.parse(file('expected.json')) as Given)
  } catch (error) {
    throw new Error(`tests/articles/${phenomenon}: ${String(error)}`, { cause: error })
  }
}

/** Throws where the expectations are malformed: an unknown key would be an expectation that nobody looks at. */
export function goldenOf(text: string, expected: Given): Golden {
  const { judged, metadata, ...sections } = expected
  if (Object.keys(expected)[0] !== 'judged' || typeof judged !== 'string' || judged.length < 40) {
    throw new Error('The first key is "judged": a sentence on what is hard here, and what a careful reader takes from the text.')
  }
  const expectations = Object.entries(sections).flatMap(([section, items]) => {
    const judge = Object.hasOwn(judges, section) ? judges[section as Section] : undefined
    if (!judge) throw new Error(`"${section}" is no section; expected one of ${Object.keys(judges).join(', ')}.`)
    return (Array.isArray(items) ? items : [items]).map(item => expectationOf(section as Section, item, judge.keys))
  })
  return { text, metadata: (metadata ?? {}) as ArticleInput, judged, expectations }
}

function expectationOf(section: Section, item: unknown, keys: readonly string[]): Expectation {
  const all: Given = typeof item === 'string' ? { words: item } : Array.isArray(item) ? { pair: item } : item === true ? {} : (item as Given)
  const { known, ...given } = all
  const strange = Object.keys(given).filter(key => !keys.includes(key))
  if (strange.length > 0) throw new Error(`${section}: "${strange.join('", "')}" is no key; expected ${keys.join(', ')}.`)
  if (known !== undefined && (typeof known !== 'string' || known.length < 10)) throw new Error(`${section}: "known" says why the reader misses it.`)
  return { section, given, known: known as string | undefined }
}

/** The article as somebody would send it, read. */
export function readGolden({ text, metadata }: Pick<Golden, 'text' | 'metadata'>): Read {
  const article = articleOf({ ...metadata, text })
  const reading = theReader().read(article.text, article.metadata)
  return { text: article.text, reading, entities: new Map(reading.entities.map(entity => [entity.ref, entity])) }
}

/** What is not as expected, each as a line; empty where all is. */
export function complaints(read: Read, expectations: readonly Expectation[]): readonly string[] {
  return expectations.flatMap(({ section, given, known }) => {
    const complaint = judges[section].judge(read, given)
    if (known === undefined) return complaint === null ? [] : [`${section}: ${complaint}`]
    return complaint === null ? [`${section}: ${JSON.stringify(given)} is marked as known to be missed (${known}), but is found: remove "known".`] : []
  })
}
