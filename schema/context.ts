// What every resolver is handed.
import type { Graph } from '../db/open.ts'

export interface Context {
  readonly graph: Graph
}
