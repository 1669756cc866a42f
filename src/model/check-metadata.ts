// Checks of an article's metadata that its JSON Schema cannot express.
import { checkDate } from './check-dates.ts'
import { wordProblems } from './check-words.ts'
import type { ReadingProblem } from './reading-problem.ts'
import type { ArticleMetadata } from './reading.ts'

/** Everything that is wrong with it; empty where an article may bear it. */
export function checkMetadata(metadata: ArticleMetadata): readonly ReadingProblem[] {
  const dates: ReadingProblem[] = []
  checkDate(dates, [], 'publishedOn', metadata.publishedOn)
  const given = new Set(Object.entries(metadata).flatMap(([field, value]) => (value === undefined ? [] : [field])))
  return [
    ...wordProblems(metadata),
    ...dates,
    ...metadata.supplied.flatMap((field, index) => (given.has(field)
      ? []
      : [{ path: ['supplied', index], message: `\`supplied\` names "${field}", which is not given; expected a field that this metadata has.` }])),
  ]
}
