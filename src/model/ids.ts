// Relay global ids: opaque to clients, made from a type and a stable key. All entities share one id space, whatever their kind.
import { OnRecordError } from './errors.ts'

export const nodeTypes = ['Entity', 'Article', 'Mention', 'Statement', 'Relationship'] as const
export type NodeType = (typeof nodeTypes)[number]

export interface NodeId {
  readonly type: NodeType
  readonly key: string
}

export function globalId(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`, 'utf8').toString('base64url')
}

/** Throws BAD_ID where the id was never one of ours; whether something has it is another question. */
export function parseId(id: string): NodeId {
  const decoded = id.length <= 400 && /^[\w-]+$/.test(id) ? Buffer.from(id, 'base64url').toString('utf8') : ''
  const colon = decoded.indexOf(':')
  const type = nodeTypes.find(each => each === decoded.slice(0, colon))
  const key = decoded.slice(colon + 1)
  if (!type || !key || globalId(type, key) !== id) {
    throw new OnRecordError('BAD_ID', `"${id.slice(0, 60)}" is no id of this graph; use an id as a field "id" answered it.`)
  }
  return { type, key }
}
