// SQL as values: fragments that compose, every value bound. `${…}` is either another fragment or a value, written as `+?`:
// the plus hides the value from the STAT4 planner, which would otherwise prepare the statement anew on every call.

export type Value = string | number | null

export interface Sql {
  readonly text: string
  readonly values: readonly Value[]
}

/** Composes a statement or a fragment of one. Names of tables and columns stand in the template; nothing from outside ever does. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | Value)[]): Sql {
  let known = textsOf(strings)
  const values: Value[] = []
  for (const part of parts) {
    if (isValue(part)) values.push(part)
    else for (const value of part.values) values.push(value)
    known = next(known, textOf(part))
  }
  known.text ??= strings.reduce((text, piece, index) => text + textOf(parts[index - 1] ?? null) + piece)
  return { text: known.text, values }
}

/**
 * The texts that were made of a template, by those of its parts: the same string each time, which the engine's statement is found by at once.
 * A string made anew for each request would have to be copied and hashed first, which takes as long as running many a statement.
 */
interface Texts {
  text: string | null
  readonly next: Map<string, Texts>
}
let texts = new WeakMap<TemplateStringsArray, Texts>()
let count = 0
/** Of filters that nest there is no end. */
const mostTexts = 5000

function textsOf(strings: TemplateStringsArray): Texts {
  const known = texts.get(strings)
  if (known) return known
  const made = { text: null, next: new Map() }
  texts.set(strings, made)
  return made
}

function next({ next: all }: Texts, part: string): Texts {
  const known = all.get(part)
  if (known) return known
  if (++count > mostTexts) {
    texts = new WeakMap()
    count = 0
  }
  const made = { text: null, next: new Map() }
  all.set(part, made)
  return made
}

function textOf(part: Sql | Value): string {
  return isValue(part) ? '+?' : part.text
}

/** Answers a function that binds a value wherever the name stands. */
export function bindable({ text, values }: Sql, name: string): (value: Value) => Sql {
  const parts = text.split(name)
  const whole = parts.join('+?')
  const all: Value[] = []
  const places: number[] = []
  let next = 0
  for (const [index, part] of parts.entries()) {
    if (index > 0) places.push(all.push(null) - 1)
    all.push(...values.slice(next, (next += part.split('?').length - 1)))
  }
  return value => {
    const own = [...all]
    for (const place of places) own[place] = value
    return { text: whole, values: own }
  }
}

function isValue(part: Sql | Value): part is Value {
  return typeof part !== 'object' || part === null
}

/** A name of ours (table, column, alias): checked, because it is not bound. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_.]*$/.test(identifier)) throw new Error(`"${identifier}" is no name of a table or column.`)
  return { text: identifier, values: [] }
}

export function join(fragments: readonly Sql[], separator: string): Sql {
  if (fragments[0] && fragments.length === 1) return fragments[0]
  return {
    text: fragments.map(fragment => fragment.text).join(separator),
    values: fragments.flatMap(fragment => fragment.values),
  }
}

export const always: Sql = { text: 'TRUE', values: [] }

/** All of them hold; no condition at all holds always. */
export function every(conditions: readonly Sql[]): Sql {
  const real = conditions.filter(condition => condition !== always)
  return real.length === 0 ? always : join(real, ' AND ')
}

/** The column's value is one of the list, which is bound as one JSON value so that the statement's text stays the same. */
export function among(column: Sql, list: readonly (string | number)[]): Sql {
  return list.length === 1 ? sql`${column} = ${list[0] ?? null}` : sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(list)}))`
}

/** Selects what is in the list as `id`, which is bound as one JSON value. */
export function idsIn(list: readonly (string | number)[]): Sql {
  return sql`SELECT value AS id FROM json_each(${JSON.stringify(list)})`
}

/**
 * The deadline, asked at one of 64 rows of the table whose ids the column holds: each asking leaves the engine for JavaScript. A bare `alive()`
 * names no table, so that SQLite would ask it once for each row of the outermost table of a join, and never within.
 */
export function aliveAt(id: Sql): Sql {
  return sql`(${id} & 63 OR alive())`
}

/** The deadline, asked at each row of a table: what is looked through has no ids, or takes long for each. */
export function aliveAtEach(column: Sql): Sql {
  return sql`(alive() OR ${column} IS NULL)`
}

export const nothing: Sql = { text: '', values: [] }
