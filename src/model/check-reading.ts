// Checks of a Reading that its JSON Schema cannot express: against its text, and of its parts against each other.
// Expects the schema's shape. Whatever makes a Reading (a reader, a person, a program) is held to the same laws.
import { claimProblems } from './check-claims.ts'
import { entityProblems } from './check-entities.ts'
import { identityProblems } from './check-identity.ts'
import { markProblems } from './check-marks.ts'
import { referenceProblems } from './check-references.ts'
import { wordProblems } from './check-words.ts'
import type { ReadingProblem } from './reading-problem.ts'
import type { Reading } from './reading.ts'

/** Everything that is wrong with a Reading of this text; empty where it may enter the graph. */
export function checkReading(reading: Reading, text: string): readonly ReadingProblem[] {
  return [
    // The text is the one that was read, and every mark is verbatim and inside a sentence.
    ...markProblems(reading, text),
    // Other words can be stored as they are.
    ...wordProblems(reading),
    // Every ref is unique, and means something of the right kind.
    ...referenceProblems(reading),
    // Entities bear the fields of their kind, valid dates, and are mentioned where they must be.
    ...entityProblems(reading),
    // Statements and relationships agree with themselves: kind, attribution, voice, evidence, dates, confidence.
    ...claimProblems(reading),
    // No two parts are one and the same.
    ...identityProblems(reading),
  ]
}
