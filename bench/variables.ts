// The variables of each workload: 128 sets, drawn from what is in the graph as often as it is there, so that popular things are asked for most.
import Sqlite from 'better-sqlite3'
import { firstMentionId } from '../db/tables/mentions.ts'
import { between, pick, randomFrom } from './random.ts'
import type { Variables } from './workloads.ts'

const sets = 128

export function variablesOf(path: string): Readonly<Record<string, readonly Variables[]>> {
  const engine = new Sqlite(path, { readonly: true })
  const random = randomFrom(4242)
  const one = <Row>(text: string, ...values: unknown[]): Row => engine.prepare(text).get(...values) as Row // the row type stands beside the SQL
  const anyOf = <Row>(table: string, columns: string): Row => one<Row>(`SELECT ${columns} FROM ${table} WHERE rowid >= ? LIMIT 1`, between(1, one<{ n: number }>(`SELECT max(rowid) AS n FROM ${table}`).n, random))
  const slug = (id: number): string => one<{ slug: string }>('SELECT slug FROM entity WHERE id = ?', id).slug
  const statement = (): { id: number; text: string; made_on: string } => anyOf('statement', 'id, text, made_on')
  const somebody = (id: number, role: string): number | undefined => one<{ entity_id: number } | undefined>('SELECT entity_id FROM statement_entity WHERE statement_id = ? AND role = ? ORDER BY ordinal LIMIT 1', id, role)?.entity_id
  const speaker = (): number => untilThere(() => somebody(statement().id, 'SPEAKER'))
  const home = (entity: number): number | null => one<{ country_id: number | null }>('SELECT country_id FROM entity WHERE id = ?', entity).country_id
  const mentioned = (): number => untilThere(() => one<{ entity_id: number } | undefined>('SELECT entity_id FROM mention WHERE id >= ? LIMIT 1 OFFSET ?', firstMentionId(anyOf<{ id: number }>('article', 'id').id), between(0, 30, random))?.entity_id)
  // Anybody who is tied to somebody, the rarest as often as the most popular: far from everybody.
  const tied = (): number => untilThere(() => {
    const { id } = anyOf<{ id: number }>('entity', 'id')
    return one('SELECT 1 FROM tie WHERE from_id = ? AND hop = 1 LIMIT 1', id) === undefined ? undefined : id
  })
  const variables = {
    q1: times(() => ({ slug: slug(speaker()) })),
    q2: times(index => untilThere(() => {
      const { id } = statement()
      const [said, about] = [somebody(id, 'SPEAKER'), somebody(id, 'ABOUT')]
      if (said === undefined || about === undefined) return undefined
      const year = index % 2 === 0 ? between(2010, 2021, random) : null
      return { speaker: slug(said), about: slug(about), from: `${year ?? 2010}-01-01`, to: `${year === null ? 2026 : year + 4}-01-01` }
    })),
    q3: times(() => ({ slug: slug(untilThere(() => home(speaker()) ?? undefined)) })),
    q4: times(() => ({ slug: anyOf<{ slug: string }>('article', 'slug').slug })),
    q5: times(() => untilThere(() => {
      const words = statement().text.split(' ')
      const pairs = words.slice(1).flatMap((word, index) => (/^[a-z]{5,} [a-z]{5,}$/.test(`${words[index]} ${word}`) ? [`${words[index]} ${word}`] : []))
      return pairs.length === 0 ? undefined : { text: pick(pairs, random) }
    })),
    q6: times(() => ({ slug: slug(mentioned()) })),
    q7: times(index => untilThere(() => {
      const [from, to] = [index % 2 === 0 ? tied() : mentioned(), tied()]
      return from === to ? undefined : { from: slug(from), to: slug(to) }
    })),
    q8: times(() => untilThere(() => {
      const { id, made_on: day } = statement()
      const country = home(somebody(id, 'SPEAKER') ?? 0)
      return country === null ? undefined : { country: slug(country), from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` }
    })),
  }
  engine.close()
  return variables
}

function times(make: (index: number) => Variables): readonly Variables[] {
  return Array.from({ length: sets }, (_, index) => make(index))
}

function untilThere<Value>(draw: () => Value | undefined): Value {
  for (;;) {
    const value = draw()
    if (value !== undefined) return value
  }
}
