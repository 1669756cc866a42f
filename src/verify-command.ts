// `onrecord verify`: checks the database file and every passage in it; prints what does not hold.
import { existsSync } from 'node:fs'
import { openForReading, openForWriting, type Graph } from '../db/open.ts'
import { verify } from '../db/verify.ts'
import { exitCodes } from './exit.ts'
import { OnRecordError } from './model/errors.ts'

/** Answers the exit code. */
export function verifyDatabase(path: string): number {
  const findings = findingsOf(path)
  for (const { check, message } of findings) process.stdout.write(`${check}: ${message}\n`)
  process.stdout.write(findings.length === 0 ? `${path} is sound.\n` : `${path}: ${findings.length} found wrong. "onrecord seed --force" builds it anew.\n`)
  return findings.length === 0 ? exitCodes.done : exitCodes.foundFalse
}

function findingsOf(path: string): ReturnType<typeof verify> {
  const graph = openForChecking(path)
  try {
    return verify(graph)
  } finally {
    graph.close()
  }
}

/** For writing where that can be, because only then the engine compares its search indices with what they index. */
function openForChecking(path: string): Graph {
  if (!existsSync(path)) return openForReading(path)
  try {
    return openForWriting(path)
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'READ_ONLY') return openForReading(path)
    throw error
  }
}
