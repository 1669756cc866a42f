// An article as a JSON object: { title, text or html, publisher, author, publishedOn or date, url, language, id }. Other fields are left alone.
import { OnRecordError } from '../model/errors.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import type { ArticleInput } from './article-input.ts'

export interface JsonArticle {
  readonly id?: string
  readonly article: ArticleInput
}

const fields = ['text', 'html', 'title', 'publisher', 'author', 'url', 'publishedOn', 'language'] as const

/** Throws BAD_FILE where it is no such object. */
export function articleOfJson(value: unknown): JsonArticle {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new OnRecordError('BAD_FILE', 'The JSON is no object; expected an object with "text" or "html" for each article, many of them as JSON Lines or in a list.')
  }
  const given = new Map<string, unknown>(Object.entries(value))
  const found = textsOf(given)
  if (found.text === undefined && found.html === undefined) {
    throw new OnRecordError('BAD_FILE', `The object has neither "text" nor "html"; found ${[...given.keys()].slice(0, 8).join(', ') || 'nothing'}.`)
  }
  // A larger number has lost its last digits already; where it stands tells which one it is.
  const id = given.get('id')
  return { article: found, ...((typeof id === 'string' || Number.isSafeInteger(id)) && { id: String(id) }) }
}

/** What a file says of the article beside it. Throws BAD_FILE where it is an article of its own. */
export function descriptionOfJson(json: string): ArticleInput {
  const description = describedBy(json)
  if (description.text === undefined && description.html === undefined) return description
  throw new OnRecordError('BAD_FILE', 'The JSON file of the same name beside it has a text of its own, where it should only describe this one; rename one of the two.')
}

/** What is wrong is wrong with the file beside, not with the one that is read. */
function describedBy(json: string): ArticleInput {
  try {
    const value = parsedJson(json)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new OnRecordError('BAD_FILE', 'It is no object, where it should describe this article; rename one of the two.')
    return textsOf(new Map(Object.entries(value)))
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    throw new OnRecordError(error.code, `Of the JSON file of the same name beside it: ${error.message}`)
  }
}

function textsOf(given: ReadonlyMap<string, unknown>): ArticleInput {
  const found: Partial<Record<keyof ArticleInput, string>> = {}
  for (const field of fields) {
    const name = field === 'publishedOn' && (given.get(field) ?? '') === '' ? 'date' : field
    const value = given.get(name)
    if (value === undefined || value === null) continue
    if (typeof value !== 'string') throw new OnRecordError('BAD_FILE', `"${name}" is ${JSON.stringify(value).slice(0, 40)}; expected a text.`)
    found[field] = value
  }
  return found
}

/** The value of the JSON. Throws BAD_FILE where it is none, or nests too deeply. */
export function parsedJson(json: string): unknown {
  const depth = depthOf(json)
  if (depth > limits.dataDepth.value) throw limitPassed('dataDepth', depth, `The JSON nests brackets ${depth.toLocaleString('en-GB')} deep`, 'Send the fields of an article.')
  try {
    return JSON.parse(json.replace(/^\uFEFF/u, ''))
  } catch (error) {
    throw new OnRecordError('BAD_FILE', `This is no JSON (${error instanceof Error ? error.message.slice(0, 120) : 'unknown'}).`)
  }
}

/** How deep the brackets nest, those within strings not counted. */
function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (sign === '"') quoted = !quoted
    else if (quoted) at += sign === '\\' ? 1 : 0
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth)
    else if (sign === ']' || sign === '}') depth--
  }
  return deepest
}
