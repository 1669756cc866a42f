// The operations that GraphiQL opens with: one file each in src/questions/, in the order of their names.
import { readdirSync, readFileSync } from 'node:fs'

export const questionsFolder = new URL('./questions/', import.meta.url)

/** The texts, each with its operation's name as the tab's title. None where there is no folder. */
export function readQuestions(folder: URL = questionsFolder): readonly string[] {
  return namesIn(folder).map(name => readFileSync(new URL(name, folder), 'utf8'))
}

function namesIn(folder: URL): readonly string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.graphql')).sort()
  } catch {
    return []
  }
}
