// A process that changes a graph until it is killed: `node changing.ts HOW PATH`. What it prints is done: a line each.
import { writeSync } from 'node:fs'
import { apply } from '../../db/entering/apply.ts'
import { openForWriting } from '../../db/file/open.ts'
import { draftOf } from '../reading-builder.ts'

const [, , how, path = '', from = '0'] = process.argv
const readAt = '2026-01-01T00:00:00.000Z'

for (let index = Number(from); ; index++) {
  const { text, metadata, reading } = draftOf([`Report ${index}`, `Ship ${index} left the harbour.`]).done()
  if (how === 'one') { // once, and say what came of it
    const graph = openForWriting(path)
    writeSync(1, `${apply(graph, text, metadata, reading, readAt).key}\n`)
    graph.close()
    break
  }
  // Each handle that closes writes the WAL back and takes it away; each new file is given its tables.
  const file = how === 'new files' ? `${path}.${index}` : path
  const graph = openForWriting(file)
  const { key } = apply(graph, text, metadata, reading, readAt)
  writeSync(1, `${key}\n`)
  graph.close()
}
