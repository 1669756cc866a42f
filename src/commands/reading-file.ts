// Readings and metadata from files: whatever leaves here fits its schema and its text.
import { readJson, refuseProblems, type JsonFile } from './json-file.ts'
import { schemaProblems } from './json-schema.ts'
import metadataSchema from '../model/article-metadata.schema.json' with { type: 'json' }
import { checkMetadata } from '../model/check-metadata.ts'
import { checkReading } from '../model/check-reading.ts'
import readingSchema from '../model/reading.schema.json' with { type: 'json' }
import type { ArticleMetadata, Reading } from '../model/reading.ts'

const readingProblems = schemaProblems(readingSchema)
const metadataProblems = schemaProblems(metadataSchema)

/** The Reading in a file, of this text. Throws FILE_NOT_FOUND, or BAD_READING with `file:line: /path: sentence` for each problem. */
export function loadReading(file: string, text: string): Reading {
  const { json, reading } = shapeOf(file)
  refuseProblems(json, checkReading(reading, text))
  return reading
}

/** The same before its text is known: not held to that, nor to itself. */
export function loadShape(file: string): Reading {
  return shapeOf(file).reading
}

function shapeOf(file: string): { readonly json: JsonFile; readonly reading: Reading } {
  const json = readJson(file)
  refuseProblems(json, readingProblems(json.value))
  return { json, reading: json.value as Reading } // the schema has just said so
}

/** What a file says of an article beside its text. Throws as `loadReading` does. */
export function loadMetadata(file: string): ArticleMetadata {
  const json = readJson(file)
  refuseProblems(json, metadataProblems(json.value))
  const metadata = json.value as ArticleMetadata // the schema has just said so
  refuseProblems(json, checkMetadata(metadata))
  return metadata
}
