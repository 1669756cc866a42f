// `onrecord verify`: checks the database file and every passage in it; prints what does not hold.
import { existsSync } from 'node:fs'
import { openForReading, openForWriting, type Graph } from '../../db/file/open.ts'
import { verify } from '../../db/verify/verify.ts'
import { exitCodes } from '../exit.ts'
import { OnRecordError } from '../model/errors.ts'

/** Answers the exit code. */
export function verifyDatabase(path: string): number {
  const { graph, isWhole } = openForChecking(path)
  try {
    const findings = verify(graph)
    for (const { check, message } of findings) process.stdout.write(`${check}: ${message}\n`)
    if (!isWhole) process.stdout.write('The search indices were not compared with what they index, because the file cannot be written.\n')
    process.stdout.write(findings.length === 0 ? `${path} is sound.\n` : `${path}: ${findings.length} found wrong. Put a backup back, or build it anew with "onrecord seed --force".\n`)
    return findings.length === 0 ? exitCodes.done : exitCodes.foundFalse
  } finally {
    graph.close()
  }
}

/** For writing where that can be, because only then the engine compares its search indices; damaged pages are what is looked for. */
function openForChecking(path: string): { readonly graph: Graph; readonly isWhole: boolean } {
  if (!existsSync(path)) return { graph: openForReading(path), isWhole: false }
  try {
    return { graph: openForWriting(path, { pagesChecked: false }), isWhole: true }
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'READ_ONLY') return { graph: openForReading(path), isWhole: false }
    throw error
  }
}
