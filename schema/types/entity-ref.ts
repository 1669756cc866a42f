// One entity, named by id or slug.
import { bySlug, idsOf } from '../../db/tables/lookup.ts'
import type { Graph } from '../../db/file/open.ts'
import type { Asked } from '../../db/tables/rows.ts'
import { parseId } from '../../src/model/ids.ts'
import { builder } from '../builder.ts'

export interface EntityRefValue {
  readonly id?: string | null | undefined
  readonly slug?: string | null | undefined
}

export const EntityRef = builder.inputRef<EntityRefValue>('EntityRef').implement({
  description: 'One entity, by id or slug.',
  isOneOf: true,
  fields: t => ({
    id: t.id({ description: 'Its global id. BAD_ID where it is malformed.' }),
    slug: t.string({ description: 'Its slug.' }),
  }),
})

/** Its row id, or null where there is none. Throws BAD_ID. */
export function resolveRef(graph: Graph, ref: EntityRefValue): number | null {
  if (typeof ref.id !== 'string') return bySlug(graph, 'entity', ref.slug ?? '', idOnly)?.id ?? null
  const { type, key } = parseId(ref.id)
  return type === 'Entity' ? (idsOf(graph, 'entity', [key]).get(key) ?? null) : null
}

const idOnly: Asked = []
