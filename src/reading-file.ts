// Readings and metadata from files: whatever leaves here fits its schema and its text.
import { readJson, refuseProblems } from './json-file.ts'
import { schemaProblems } from './json-schema.ts'
import metadataSchema from './model/article-metadata.schema.json' with { type: 'json' }
import { checkMetadata } from './model/check-metadata.ts'
import { checkReading } from './model/check-reading.ts'
import readingSchema from './model/reading.schema.json' with { type: 'json' }
import type { ArticleMetadata, Reading } from './model/reading.ts'

const readingProblems = schemaProblems(readingSchema)
const metadataProblems = schemaProblems(metadataSchema)

/** The Reading in a file, of this text. Throws FILE_NOT_FOUND, or BAD_READING with `file:line: /path: sentence` for each problem. */
export function loadReading(file: string, text: string): Reading {
  const json = readJson(file)
  refuseProblems(json, readingProblems(json.value))
  const reading = json.value as Reading // the schema has just said so
  refuseProblems(json, checkReading(reading, text))
  return reading
}

/** What a file says of an article beside its text. Throws as `loadReading` does. */
export function loadMetadata(file: string): ArticleMetadata {
  const json = readJson(file)
  refuseProblems(json, metadataProblems(json.value))
  const metadata = json.value as ArticleMetadata // the schema has just said so
  refuseProblems(json, checkMetadata(metadata))
  return metadata
}
