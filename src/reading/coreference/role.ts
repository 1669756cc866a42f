// What a title makes of its bearer: "president", "former president", "shadow chancellor" are three.
import type { Gazetteer, TitleMatch } from '../gazetteer.ts'

const below: ReadonlySet<string> = new Set(['Deputy', 'Vice', 'Assistant', 'Associate', 'Junior', 'Under', 'Shadow'])

/** The title in small letters, with what keeps its bearer from being called by the title alone. */
export function roleOf(match: TitleMatch): string {
  return `${apartIn(match)}${match.title.name.toLowerCase()}`
}

/** "former ", "shadow ", or nothing. */
export function apartIn({ modifiers }: TitleMatch): string {
  return modifiers.map(({ name, past }) => (past === true ? 'former ' : below.has(name) ? `${name.toLowerCase()} ` : '')).join('')
}

/** "prime minister" before "Ann Reed": the title that ends where the name begins, in its sentence. */
export function rolesBefore(gazetteer: Gazetteer, words: readonly string[], start: number, from: number): readonly string[] {
  for (let at = Math.max(start, from - 5); at < from; at++) {
    const title = gazetteer.titleAt(words, at)
    if (title && at + title.length === from) return [roleOf(title)]
  }
  return []
}
