// `npm run sdl`: writes the schema, sorted, to schema/schema.graphql, and which types each interface and union can be to possibleTypes.json.
import { isAbstractType, lexicographicSortSchema, printSchema } from 'graphql'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schema } from './index.ts'

export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}

export function printedPossibleTypes(): string {
  const sorted = lexicographicSortSchema(schema)
  const abstract = Object.values(sorted.getTypeMap()).filter(isAbstractType)
  const possible = Object.fromEntries(abstract.map(type => [type.name, sorted.getPossibleTypes(type).map(each => each.name).toSorted()]))
  return `${JSON.stringify(possible, null, 2)}\n`
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, 'schema.graphql'), printedSchema())
  writeFileSync(join(import.meta.dirname, 'possibleTypes.json'), printedPossibleTypes())
}
