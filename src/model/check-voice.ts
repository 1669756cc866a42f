// Whose word something is, and the statement that says so.
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'

/** A voice names its statement exactly when it is not the article's own. */
export function checkVoice(problems: ReadingProblem[], path: ProblemPath, voice: string, statement: string | undefined): void {
  if (voice === 'ARTICLE' && statement !== undefined) {
    problems.push({ path: [...path, 'statement'], message: `The voice is ARTICLE and \`statement\` is "${statement}"; expected no statement, or the voice CLAIMED or PRESUPPOSED.` })
  }
  if (voice !== 'ARTICLE' && statement === undefined) {
    problems.push({ path, message: `The voice is ${voice} and \`statement\` is missing; expected the statement that says so, or the voice ARTICLE.` })
  }
}
