// A graph in a file of its own, asked in process by the way of every client: limits, cost, validation, one transaction.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyAll } from '../db/entering/apply.ts'
import type { Context } from '../schema/context.ts'
import { seedArticles, type SeedArticle } from '../seed/seed-articles.ts'
import { answerer } from '../src/execution/answer.ts'
import { openArchive, type Archive } from '../src/execution/archive.ts'
import { createLog } from '../src/log.ts'
import { OnRecordError } from '../src/model/errors.ts'
import { copyBuilt, openEmpty } from './seeded.ts'

export type Data = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- an answer's shape is its query's
export interface Answer {
  readonly data: Data | null
  readonly errors: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: Record<string, unknown> }[]
}

export interface Asked {
  readonly archive: Archive
  readonly path: string
  /** What the log was told: faults of ours, with their stack. */
  readonly faults: readonly string[]
  /** Data and errors, as a client gets them. */
  answer(query: string, variables?: Data): Answer
  /** The data; throws where there is any error. */
  ask(query: string, variables?: Data): Data
  /** The codes of the errors. */
  codes(query: string, variables?: Data): readonly unknown[]
  /** The statements that answering takes. */
  statements(query: string, variables?: Data): readonly string[]
  close(): void
}

/** A graph of these articles; without any, of the seed. */
export function graphOf(articles?: readonly SeedArticle[]): Asked {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  const path = join(folder, 'graph.db')
  if (articles) fill(path, articles)
  else copyBuilt('asked', path, file => fill(file, seedArticles()))
  const archive = openArchive(path)
  const faults: string[] = []
  const answerOne = answerer(archive, createLog(line => faults.push(line)))
  const { graph } = archive.context() as Context // what this archive's resolvers get
  const answer = (query: string, variables: Data = {}): Answer => {
    const { data = null, errors = [] } = JSON.parse(JSON.stringify(answerOne({ query, variables })))
    return { data, errors }
  }
  return {
    archive, path, faults, answer,
    ask(query, variables) {
      const { data, errors } = answer(query, variables)
      if (errors.length > 0 || !data) throw new Error(`${errors.map(error => `${error.extensions['code']} at ${error.path?.join('.')}: ${error.message}`).join('\n')}\n${faults.at(-1) ?? ''}\n${query}`)
      return data
    },
    codes: (query, variables) => answer(query, variables).errors.map(error => error.extensions['code']),
    statements(query, variables) {
      const texts: string[] = []
      graph.onStatement = text => texts.push(text)
      try {
        this.ask(query, variables)
      } finally {
        graph.onStatement = null
      }
      return texts
    },
    close() {
      archive.close()
      rmSync(folder, { recursive: true })
    },
  }
}

function fill(path: string, articles: readonly SeedArticle[]): void {
  const graph = openEmpty(path)
  const refused = applyAll(graph, articles, '2015-11-16T08:00:00.000Z').find(each => each instanceof OnRecordError)
  graph.close()
  if (refused) throw refused
}
