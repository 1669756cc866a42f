// What runs in the thread of src/server/aside.ts: a question is answered as in any process, with all the time that an operation has.
import type { GraphQLError } from 'graphql'
import { parentPort, workerData } from 'node:worker_threads'
import type { Sql } from '../../db/sql.ts'
import { answerQuestion, queriesAlone, type Question } from '../execution/answer.ts'
import { openArchive, type Archive } from '../execution/archive.ts'
import { createLog } from '../log.ts'
import { setLimits, type LimitValues } from '../model/limits.ts'
import { preparer } from '../execution/prepare.ts'
import { requireSame, type WhichFile } from '../which-file.ts'

/** What it works on. */
export interface OpenedAside {
  readonly path: string
  readonly file: WhichFile
  readonly limits: LimitValues
}

export interface AskedAside {
  readonly question: Question
  readonly requestId: string
}

/** An answer on its way between threads; `data` as JSON, which crosses faster than an object. */
export interface ToldAside {
  readonly data?: string
  readonly statements: readonly Sql[]
  readonly errors?: readonly Pick<GraphQLError, 'message' | 'positions' | 'path' | 'extensions'>[]
}

/** Is told once, before anything is asked. */
export type Ready = 'ready'

const { path, file, limits } = workerData as OpenedAside // src/server/aside.ts
const log = createLog()
setLimits(limits)
requireSame(path, file)
const archive: Archive = openArchive(path, { pagesChecked: false, isSeldomAsked: true }) // by the server
const prepare = preparer(archive.schema)
let statements: Sql[] = []
archive.graph.onStatement = (_, statement) => { statements.push(statement) }

parentPort?.on('message', (asked: AskedAside) => tell(answerAside(asked)))

tell('ready')

function tell(message: ToldAside | Ready): void {
  parentPort?.postMessage(message) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
}

function answerAside({ question, requestId }: AskedAside): ToldAside {
  statements = []
  const result = answerQuestion({ archive, prepare, log, requestId, allow: queriesAlone }, question)
  if (result instanceof Promise) throw new TypeError('A query was answered with a promise.')
  const { data, errors } = result
  return {
    statements,
    ...(data !== undefined && { data: JSON.stringify(data) }),
    ...(errors && { errors: errors.map(({ message, positions, path: place, extensions }) => ({ message, positions, path: place, extensions })) }),
  }
}
