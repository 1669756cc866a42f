// The reader with its knowledge. Loaded by whoever reads articles, when the first one comes: the language model takes its time and memory.
import { knowledge } from './knowledge.ts'
import { makeReader, type Reader } from './reading/reader.ts'

let loaded: Reader | undefined

export function theReader(): Reader {
  loaded ??= makeReader(knowledge)
  return loaded
}
