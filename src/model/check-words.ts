// The words of a Reading that are no passages, and those of metadata: what the database cannot hold as it is, it must not be given.
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'

/** A lone surrogate would be stored as another character, and what follows a NUL is not seen by all who look. Marks are held to their text. */
export function wordProblems(value: unknown): readonly ReadingProblem[] {
  const problems: ReadingProblem[] = []
  look(value, [], problems)
  return problems
}

function look(value: unknown, path: ProblemPath, problems: ReadingProblem[]): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) problems.push({ path, message: 'The words have half a character (a lone surrogate); expected whole ones.' })
    if (value.includes('\0')) problems.push({ path, message: 'The words have a NUL character; expected none.' })
  }
  else if (Array.isArray(value)) for (const [index, part] of value.entries()) look(part, [...path, index], problems)
  else if (typeof value === 'object' && value !== null) {
    const isMark = 'start' in value
    for (const [name, part] of Object.entries(value)) if (typeof part !== 'number' && !(isMark && name === 'text')) look(part, [...path, name], problems)
  }
}
