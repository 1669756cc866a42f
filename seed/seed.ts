// Builds the database of the seed: every article of seed/articles with its reviewed Reading.
import { apply } from '../db/entering/apply.ts'
import { openForWriting } from '../db/file/open.ts'
import { statistics } from '../db/file/statistics.ts'
import { seedArticles } from './seed-articles.ts'

export interface SeedCounts {
  readonly articles: number
  readonly entities: number
  readonly statements: number
  readonly relationships: number
}

/** Writes the seed into the database at `path`, made where there is none. What is there already is left as it is. */
export function buildSeed(path: string): SeedCounts {
  const graph = openForWriting(path)
  try {
    const readAt = new Date().toISOString()
    for (const { text, metadata, reading } of seedArticles()) apply(graph, text, metadata, reading, readAt)
    const { articles, entities, statements, relationships } = statistics(graph)
    return { articles, entities, statements, relationships }
  } finally {
    graph.close()
  }
}
