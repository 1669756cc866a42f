// The Pothos builder, which defines no type of the graph itself. Everything is non-null unless a field says otherwise.
import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import { Kind, GraphQLError } from 'graphql'
import { daysOf } from '../src/model/dates.ts'
import type { EntityKind } from '../src/model/vocabulary.ts'
import type { Context } from './context.ts'

interface SchemaTypes {
  Context: Context
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    PartialDate: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
  }
}

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    // Ids are made of keys, and every kind of entity shares one id space: node and nodes are our own (types/node.ts).
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: { description: 'Anything with an id of its own.', resolveType: row => typenameOf(row) },
    idFieldOptions: { description: 'Opaque, and the same after every rebuild, re-reading and order of arrival.' },
    nodesOnConnection: { description: 'The rows of this page, without their edges.' },
    edgesFieldOptions: { description: 'The rows of this page, each with its cursor.', nullable: false },
    nodeFieldOptions: { description: 'The row.', nullable: false },
    cursorFieldOptions: { description: 'Where the row stands in this list and this order: for `after` and `before`.' },
    pageInfoFieldOptions: { description: 'Where this page stands in the list.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether rows follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether rows come before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first row; null on an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last row; null on an empty page.' },
  },
})

/** The concrete type of a row; each noun's row always has a column that no other has (db/tables/rows.ts). */
export function typenameOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) throw new Error('Only rows have a type.')
  if ('reported_in_id' in row) return 'Statement'
  if ('saying_id' in row) return 'Relationship'
  if ('entity_id' in row) return 'Mention'
  if ('is_article' in row) return 'Article'
  return entityTypes[(row as { kind: EntityKind }).kind] // an entity's row, the only one left
}

export const entityTypes = { PERSON: 'Person', COUNTRY: 'Country', ORGANISATION: 'Organisation', PLACE: 'Place', EVENT: 'Event', GROUP: 'Group', TOPIC: 'Topic' } as const satisfies Record<EntityKind, string>

builder.scalarType('PartialDate', {
  description: 'A calendar date no more exact than the text, EDTF level 0: 2015-11-15, 2015-10 or 2012.',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  serialize: value => value,
  parseValue: value => requirePartialDate(value),
  parseLiteral: node => requirePartialDate(node.kind === Kind.STRING ? node.value : null),
})

builder.scalarType('DateTime', {
  description: 'A moment, RFC 3339, in UTC: 2015-11-16T08:30:00.000Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: value => value,
})

function requirePartialDate(value: unknown): string {
  if (typeof value === 'string' && daysOf(value)) return value
  const found = typeof value === 'string' ? `"${value.slice(0, 40)}"` : 'something that is no text'
  throw new GraphQLError(`${found} is no PartialDate; expected a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD.`, { extensions: { code: 'BAD_DATE' } })
}
