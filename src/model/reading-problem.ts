// What is wrong with a Reading, and where.

/** Property names and positions from the top of the Reading. */
export type ProblemPath = readonly (string | number)[]

export interface ReadingProblem {
  readonly path: ProblemPath
  /** What was found and what was expected, as a sentence. */
  readonly message: string
}
