// `onrecord verify`: checks the database file and every passage in it; prints what does not hold.
import { exitCodes } from './exit.ts'
import { openForReading, verify } from './stubs.ts'

/** Answers the exit code. */
export function verifyDatabase(path: string): number {
  const findings = findingsOf(path)
  for (const { check, message } of findings) process.stdout.write(`${check}: ${message}\n`)
  process.stdout.write(findings.length === 0 ? `${path} is sound.\n` : `${path}: ${findings.length} found wrong. "onrecord seed --force" builds it anew.\n`)
  return findings.length === 0 ? exitCodes.done : exitCodes.foundFalse
}

function findingsOf(path: string): ReturnType<typeof verify> {
  const graph = openForReading(path)
  try {
    return verify(graph)
  } finally {
    graph.close()
  }
}
