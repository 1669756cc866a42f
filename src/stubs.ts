// Stands in for storage, schema and seed until they are here. To be deleted with its three uses.
import { buildSchema, type GraphQLSchema } from 'graphql'
import { existsSync, writeFileSync } from 'node:fs'
import { OnRecordError } from './model/errors.ts'

export interface Graph {
  readonly sqliteVersion: string
  transaction<Result>(work: () => Result, deadline?: number): Result
  close(): void
}
export const schema: GraphQLSchema = buildSchema('type Query { here: String }')

export function openForReading(path: string): Graph {
  if (!existsSync(path)) throw new OnRecordError('FILE_NOT_FOUND', `There is no database at ${path}; "onrecord seed" makes one.`)
  return { sqliteVersion: '0', transaction: work => work(), close: () => {} }
}

export function statistics(_graph: Graph): { readonly articles: number; readonly entities: number; readonly statements: number; readonly relationships: number; readonly dataVersion: number } {
  return { articles: 0, entities: 0, statements: 0, relationships: 0, dataVersion: 0 }
}

export function verify(_graph: Graph): readonly { readonly check: string; readonly message: string }[] {
  return []
}

export function buildSeed(path: string): { readonly articles: number } {
  writeFileSync(path, '')
  return { articles: 1 }
}
