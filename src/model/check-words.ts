// The words of a Reading that are no passages, and those of metadata: what the database cannot hold as it is, it must not be given.
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'

/** A lone surrogate would be stored as another character, and what follows a NUL is not seen by all who look. Marks are held to their text. */
export function wordProblems(value: unknown): readonly ReadingProblem[] {
  return isStorable(value) ? [] : problemsIn(value, [])
}

/** Most Readings are: the way to each word is written down only for those that are not. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isStorable)
  const parts = value as Readonly<Record<string, unknown>> // no list, the line before
  for (const name in parts) if (!(name === 'text' && 'start' in parts) && !isStorable(parts[name])) return false
  return true
}

function problemsIn(value: unknown, path: ProblemPath): readonly ReadingProblem[] {
  if (typeof value === 'string') {
    return [
      ...(value.isWellFormed() ? [] : [{ path, message: 'The words have half a character (a lone surrogate); expected whole ones.' }]),
      ...(value.includes('\0') ? [{ path, message: 'The words have a NUL character; expected none.' }] : []),
    ]
  }
  if (Array.isArray(value)) return value.flatMap((part, index) => problemsIn(part, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  const isMark = 'start' in value
  return Object.entries(value).flatMap(([name, part]) => (isMark && name === 'text' ? [] : problemsIn(part, [...path, name])))
}
