// JSON files that people write: read, and complained about with the line to look at.
import { readFileSync } from 'node:fs'
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { OnRecordError } from '../model/errors.ts'
import type { ReadingProblem } from '../model/reading-problem.ts'

/** How many problems one message tells; the rest is counted. */
const told = 5

export interface JsonFile {
  readonly file: string
  readonly source: string
  readonly value: unknown
}

/** The file's JSON. Throws FILE_NOT_FOUND, or BAD_READING with the line of the first error in its syntax. */
export function readJson(file: string): JsonFile {
  const source = readText(file)
  try {
    return { file, source, value: JSON.parse(source) }
  } catch {
    throw new OnRecordError('BAD_READING', `${file}:${syntaxError(source)}`, { file })
  }
}

/** The file's text. Throws FILE_NOT_FOUND where there is none, or none that may be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new OnRecordError('FILE_NOT_FOUND', `The file "${file}" cannot be read${code}; expected a file that exists and may be read.`, { file })
  }
}

/** Throws BAD_READING with a line `file:line: /path: sentence` for each of the first problems; does nothing where there are none. */
export function refuseProblems({ file, source }: JsonFile, problems: readonly ReadingProblem[]): void {
  if (problems.length === 0) return
  const tree = treeOf(source)
  const lines = problems.slice(0, told).map(({ path, message }) => `${file}:${lineOf(source, tree, path)}: ${pointer(path)}: ${message}`)
  if (problems.length > told) lines.push(`… and ${problems.length - told} more.`)
  throw new OnRecordError('BAD_READING', lines.join('\n'), { file, problems: problems.length })
}

/** `line: sentence` of what is wrong with the syntax. */
function syntaxError(source: string): string {
  const errors: ParseError[] = []
  treeOf(source, errors)
  const [first] = errors
  if (!first) return '1: The file is not JSON; expected one JSON object.'
  const words = printParseErrorCode(first.error).replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase()
  return `${lineAt(source, first.offset)}: The file is not JSON (${words}); expected one JSON object, without comments and trailing commas.`
}

function treeOf(source: string, errors: ParseError[] = []): Node | undefined {
  try {
    return parseTree(source, errors, { disallowComments: true })
  } catch {
    return undefined // brackets nested so deeply that the parser gives up; lines are then unknown
  }
}

/** The line of the path, or of the nearest thing around it that the file has: what is missing has no line of its own. */
function lineOf(source: string, tree: Node | undefined, path: readonly (string | number)[]): number {
  if (!tree) return 1
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    // A property's line is its name's, so that an array printed over many lines is found at its top.
    if (node) return lineAt(source, node.parent?.type === 'property' ? node.parent.offset : node.offset)
  }
  return 1
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}

/** RFC 6901. */
function pointer(path: readonly (string | number)[]): string {
  return path.length === 0 ? '/' : path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
