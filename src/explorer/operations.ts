// The operations behind the panels, one file each: what a page shows is the answer to one of these, and nothing else.
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./operations/', import.meta.url)

/** Text by name, whole as it stands in the file; that is named as its operation. */
export const operations: ReadonlyMap<string, string> = new Map(readdirSync(folder).filter(file => file.endsWith('.graphql')).sort()
  .map(file => [file.slice(0, -'.graphql'.length), readFileSync(new URL(file, folder), 'utf8')]))

export function operation(name: string): string {
  const text = operations.get(name)
  if (text === undefined) throw new Error(`There is no operation ${name}.`)
  return text
}
