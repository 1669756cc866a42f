// What stands in the file of a graph, asked in this process: of what a command has stored the file is the proof, and needs no command to be looked at.
import { openForWriting } from '../db/file/open.ts'
import { verify, type Finding } from '../db/verify/verify.ts'
import { answerer } from '../src/execution/answer.ts'
import { openArchive } from '../src/execution/archive.ts'
import type { Data } from './ask.ts'

/** The data of the answer; throws where there is any error. */
export function askFile(path: string, query: string): Data {
  const archive = openArchive(path)
  try {
    const { data, errors } = answerer(archive)({ query })
    if (errors) throw new Error(errors.map(error => error.message).join('\n'))
    return JSON.parse(JSON.stringify(data)) as Data
  } finally {
    archive.close()
  }
}

/** What `onrecord verify` finds wrong. */
export function findingsIn(path: string): readonly Finding[] {
  const graph = openForWriting(path, { pagesChecked: false })
  try {
    return verify(graph)
  } finally {
    graph.close()
  }
}
