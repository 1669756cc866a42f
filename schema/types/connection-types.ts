// The connections of the graph. Each answers its page, its exact count and, where it makes sense, counts by group.
import type { EnumRef, ObjectRef } from '@pothos/core'
import type { Group, GroupKey } from '../../db/lists/groups.ts'
import { byIds } from '../../db/tables/lookup.ts'
import type { ArticleRow, EntityRow, MentionRow, RelationshipRow, RemarkRow, Rows, StatementRow } from '../../db/tables/rows.ts'
import { builder, typenameOf } from '../builder.ts'
import { isExact, type Connection } from '../connections.ts'
import { forAll, together, togetherFlat } from '../together.ts'
import { unique } from '../loaders.ts'
import { ArticleGrouping, EntityGrouping, RelationshipGrouping, StatementGrouping } from './enums.ts'
import {
  Article, Country, Entity, Event, Group as GroupEntity, Mention, Organisation, Person, Place, Relationship, Remark, Statement, Topic,
} from './refs.ts'

type Types = (typeof builder)['$inferSchemaTypes']
type ConnectionRef<Row> = ObjectRef<Types, Connection<Row>, Connection<Row>>

interface PlainKey {
  readonly value: string
}
type KeyValue = EntityRow | ArticleRow | PlainKey

const GroupValue = builder.objectRef<PlainKey>('GroupValue').implement({
  description: 'A key that is a plain value: an act, a month, a publisher.',
  fields: t => ({ value: t.exposeString('value', { description: 'The value, as its enum or date spells it.' }) }),
})

const GroupKeyType = builder.unionType('GroupKey', {
  description: 'What a group has in common.',
  types: [Person, Country, Organisation, Place, Event, GroupEntity, Topic, Article, GroupValue],
  resolveType: key => ('value' in key ? 'GroupValue' : typenameOf(key)),
})

/** A connection type over rows, with its edges and, where there are groupings, its groups. */
function connectionType<Row>(name: string, node: ConnectionNode, description: string, grouping?: EnumRef<Types, string, string>): ConnectionRef<Row> {
  const groupType = grouping && groupOf(`${name}Group`, description)
  return builder.connectionObject(
    {
      type: node as typeof Entity,
      name: `${name}Connection`,
      description: `A list of ${description}, a page at a time.`,
      fields: t => ({
        totalCount: t.int({
          description: 'How many there are in all: exact to 10,000; above, it is 10,001 and totalCountExact is false.',
          resolve: connection => rowsOf(connection).total,
        }),
        totalCountExact: t.boolean({ description: 'Whether totalCount is exact.', resolve: connection => isExact(rowsOf(connection).total) }),
        ...(grouping && groupType && {
          groups: t.field({
            type: [groupType],
            description: 'Counts by group, the largest first; equal ones by key. Counts can exceed totalCount, as where a statement has two speakers. Where totalCountExact is false, they are of the first 10,000 of the list in its own order' +
              (name === 'Statement' ? ', but by SPEAKER alone of all, where no filter is given but for days that are whole years, and for speakers by nothing but one country.' : '.'),
            args: {
              by: t.arg({ type: [grouping], required: true, description: 'One key or several, at most 4; each combination is a group.' }),
              first: t.arg.int({ defaultValue: 10, description: 'At most so many groups, 1 to 100.' }),
            },
            resolve: (connection, { by, first }) => [...rowsOf(connection).groups(by, first ?? 10)],
          }),
        }),
      }),
    },
    { name: `${name}Edge`, description: `One of the ${description} in a list.` },
  ) as unknown as ConnectionRef<Row> // Pothos knows its own shape of a connection; ours has the counts besides
}

type ConnectionNode = typeof Entity | typeof Person | typeof Article | typeof Mention | typeof Statement | typeof Relationship | typeof Remark

function rowsOf(connection: unknown): Connection<unknown> {
  return connection as Connection<unknown> // every resolver of a connection field answers ours
}

function groupOf(name: string, description: string): ObjectRef<Types, Group, Group> {
  return builder.objectRef<Group>(name).implement({
    description: `How many of the ${description} have these keys in common.`,
    fields: t => ({
      keys: t.field({
        type: [GroupKeyType],
        nullable: { list: false, items: true },
        description: 'The keys, in the order of `by`. Null: nobody named, no date.',
        resolve: (group, _, { graph }) => forAll(group, 'keys', null, (all: readonly Group[]) => {
          const keys = all.flatMap(each => each.keys)
          const entities = byIds(graph, 'entity', idsOfKind(keys, 'entity'))
          const articles = byIds(graph, 'article', idsOfKind(keys, 'article'))
          // Entities and articles answer different fields, so each are bound among themselves.
          together([...entities.values()])
          together([...articles.values()])
          return togetherFlat(all.map(each => each.keys.map(key => keyValue(key, entities, articles))))
        }) as KeyValue[],
      }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  })
}

function idsOfKind(keys: readonly GroupKey[], kind: GroupKey['kind']): readonly number[] {
  return unique(keys.map(key => (key.kind === kind && typeof key.value === 'number' ? key.value : null)))
}

function keyValue({ kind, value }: GroupKey, entities: ReadonlyMap<number, Rows['entity']>, articles: ReadonlyMap<number, Rows['article']>): KeyValue | null {
  if (value === null) return null
  if (kind === 'entity') return entities.get(Number(value)) ?? null
  if (kind === 'article') return articles.get(Number(value)) ?? null
  return { value: String(value) }
}

export const EntityConnection = connectionType<EntityRow>('Entity', Entity, 'entities', EntityGrouping)
export const PersonConnection = connectionType<EntityRow>('Person', Person, 'people', EntityGrouping)
export const CountryConnection = connectionType<EntityRow>('Country', Country, 'countries', EntityGrouping)
export const OrganisationConnection = connectionType<EntityRow>('Organisation', Organisation, 'organisations', EntityGrouping)
export const PlaceConnection = connectionType<EntityRow>('Place', Place, 'places', EntityGrouping)
export const EventConnection = connectionType<EntityRow>('Event', Event, 'events', EntityGrouping)
export const ArticleConnection = connectionType<ArticleRow>('Article', Article, 'articles', ArticleGrouping)
export const StatementConnection = connectionType<StatementRow>('Statement', Statement, 'statements', StatementGrouping)
export const RelationshipConnection = connectionType<RelationshipRow>('Relationship', Relationship, 'relationships', RelationshipGrouping)
export const MentionConnection = connectionType<MentionRow>('Mention', Mention, 'mentions')
export const RemarkConnection = connectionType<RemarkRow>('Remark', Remark, 'remarks')
