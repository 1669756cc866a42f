// What a title makes of its bearer: "president", "former president", "shadow chancellor" are three.
import type { TitleMatch } from '../gazetteer.ts'

const below: ReadonlySet<string> = new Set(['Deputy', 'Vice', 'Assistant', 'Associate', 'Junior', 'Under', 'Shadow'])

/** The title in small letters, with what keeps its bearer from being called by the title alone. */
export function roleOf(match: TitleMatch): string {
  return `${apartIn(match)}${match.title.name.toLowerCase()}`
}

/** "former ", "shadow ", or nothing. */
export function apartIn({ modifiers }: TitleMatch): string {
  return modifiers.map(({ name, past }) => (past === true ? 'former ' : below.has(name) ? `${name.toLowerCase()} ` : '')).join('')
}
