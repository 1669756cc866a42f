// In how many statements of a year each speaks (`spoken`), kept as statements come and go and as somebody turns out to be of another country.
import { addAll, inOrder } from './insert.ts'
import type { Graph } from '../file/open.ts'
import { sql, type Sql } from '../sql.ts'

/** In the place of a country: of everybody's statements. */
export const everybody = 0
/** In the place of a speaker, where nobody is named. */
export const nobody = 0

type Count = readonly [entity: number, country: number, year: string, n: number]

/** What such statements add, which the condition tells by `s`; for `verify` all of them. */
export function countedSpoken(of: Sql): Sql {
  const year = sql`coalesce(substr(s.made_on, 1, 4), '')`
  return sql`SELECT coalesce(p.entity_id, ${nobody}) AS entity_id, ${everybody} AS country_id, ${year} AS year, count(*) AS n
    FROM statement s LEFT JOIN statement_entity p ON p.statement_id = s.id AND p.role = 'SPEAKER' WHERE ${of} GROUP BY 1, 3
    UNION ALL SELECT entity_id, country_id, year, count(*) FROM (SELECT DISTINCT p.entity_id, e.country_id, ${year} AS year, s.id
      FROM statement s CROSS JOIN statement_entity own ON own.statement_id = s.id AND own.role = 'SPEAKER'
        CROSS JOIN entity e ON e.id = own.entity_id AND e.country_id IS NOT NULL
        CROSS JOIN statement_entity p ON p.statement_id = s.id AND p.role = 'SPEAKER' WHERE ${of})
    GROUP BY entity_id, country_id, year`
}

/** Once their rows are written. `last`: the last entity of before; of a later one nothing is there to be changed. */
export function raiseSpoken(graph: Graph, of: Sql, last: number): void {
  addAll(graph, 'spoken (entity_id, country_id, year, n)', inOrder(countsOf(graph, of)), ([entity]) => entity > last, ([entity, country, year, n]) =>
    sql`UPDATE spoken SET n = n + ${n} WHERE entity_id = ${entity} AND country_id = ${country} AND year = ${year}`)
}

/** While their rows are still there. */
export function lowerSpoken(graph: Graph, of: Sql): void {
  for (const [entity, country, year, n] of countsOf(graph, of)) {
    const row = sql`entity_id = ${entity} AND country_id = ${country} AND year = ${year}`
    const { changes } = graph.run(sql`DELETE FROM spoken WHERE ${row} AND n <= ${n}`)
    if (changes === 0) graph.run(sql`UPDATE spoken SET n = n - ${n} WHERE ${row}`)
  }
}

/** Does what changes of which country somebody is. */
export function countedAnew(graph: Graph, entity: number, change: () => void): void {
  const own = sql`s.id IN (SELECT statement_id FROM statement_entity WHERE entity_id = ${entity} AND role = 'SPEAKER')`
  lowerSpoken(graph, own)
  change()
  raiseSpoken(graph, own, Infinity)
}

function countsOf(graph: Graph, of: Sql): readonly Count[] {
  return graph.all<{ entity_id: number; country_id: number; year: string; n: number }>(countedSpoken(of)).map(row => [row.entity_id, row.country_id, row.year, row.n])
}
