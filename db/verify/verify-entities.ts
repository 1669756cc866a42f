// Entities against what articles say of them: what they show, their names, how often they occur.
import { foldName } from '../../src/model/keys.ts'
import { namingForms } from '../entering/entities.ts'
import type { Graph } from '../file/open.ts'
import { shownBy, toShow } from '../entering/shown.ts'
import { countedSpoken } from '../tables/spoken.ts'
import { always, among, join, name, sql } from '../sql.ts'

export function* findingsOfEntities(graph: Graph): Generator<string> {
  yield* attributes(graph)
  yield* aliases(graph)
  yield* matches(graph)
  yield* counters(graph)
  yield* speakers(graph)
}

/** Each entity shows the first of what articles say, and some article speaks of it. */
function* attributes(graph: Graph): Generator<string> {
  const rows = graph.all<{ id: number; slug: string; alone: 0 | 1 }>(sql`SELECT id, slug, NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity_id = e.id) AS alone FROM entity e`)
  for (const { id, slug, alone } of rows) {
    if (alone) yield `No article speaks of ${slug}.`
    const [has, says] = [shownBy(graph, id), toShow(graph, id)]
    for (const column of Object.keys(says)) {
      if (has[column] !== says[column]) yield `The ${column} of ${slug} is ${JSON.stringify(has[column])}; the articles say ${JSON.stringify(says[column])}.`
    }
  }
}

/** The aliases are the names that articles use and give, as often as they do, and first there. */
function* aliases(graph: Graph): Generator<string> {
  const counted = sql`SELECT entity_id, name, sum(uses) AS uses, sum(given) AS given, min(sort) AS first FROM (
      SELECT entity_id, text AS name, 1 AS uses, 0 AS given, sort FROM mention WHERE ${among(sql`form`, namingForms)}
      UNION ALL SELECT entity_id, name, 0, 1, NULL FROM appearance) GROUP BY entity_id, name`
  const kept = sql`SELECT entity_id, name, uses, given, first FROM alias`
  const wrong = graph.all<{ slug: string; name: string }>(sql`SELECT DISTINCT e.slug, w.name FROM (
      SELECT * FROM (${counted} EXCEPT ${kept}) UNION SELECT * FROM (${kept} EXCEPT ${counted})) w JOIN entity e ON e.id = w.entity_id`)
  for (const { slug, name } of wrong) yield `The alias ${JSON.stringify(name)} of ${slug} is kept with other counts, or another first mention, than the articles give it.`
  for (const { name, folded } of graph.all<{ name: string; folded: string }>(sql`SELECT name, folded FROM alias WHERE folded <> fold(name)`)) {
    yield `The alias ${JSON.stringify(name)} is searched as ${JSON.stringify(folded)}, expected ${JSON.stringify(foldName(name))}.`
  }
}

/** Who may be another, the other may be too. */
function* matches(graph: Graph): Generator<string> {
  const rows = graph.all<{ one: string; other: string }>(sql`SELECT e.slug AS one, o.slug AS other FROM possible_match q
    JOIN entity e ON e.id = q.entity_id JOIN entity o ON o.id = q.other_id WHERE NOT EXISTS (SELECT 1 FROM possible_match r
      WHERE r.entity_id = q.other_id AND r.other_id = q.entity_id AND r.article_id = q.article_id)`)
  for (const { one, other } of rows) yield `${one} may be ${other}, but not the other way round.`
}

/** The counts that lists are ordered by. */
function* counters(graph: Graph): Generator<string> {
  const counted = {
    mentions: sql`SELECT entity_id, count(*) AS n FROM mention GROUP BY entity_id`,
    statements: sql`SELECT entity_id, count(*) AS n FROM statement_entity WHERE role = 'SPEAKER' GROUP BY entity_id`,
    said_about: sql`SELECT entity_id, count(DISTINCT statement_id) AS n FROM statement_entity WHERE role <> 'SPEAKER' GROUP BY entity_id`,
    relationships: sql`SELECT entity_id, count(*) AS n FROM (SELECT subject_id AS entity_id, id FROM relationship
      UNION SELECT object_id, id FROM relationship WHERE object_id IS NOT NULL) GROUP BY entity_id`,
    articles: sql`SELECT entity_id, count(*) AS n FROM appearance WHERE mentions > 0 GROUP BY entity_id`,
  }
  const parts = Object.entries(counted).map(([column, counts]) => sql`SELECT e.slug, ${column} AS what, e.${name(column)} AS kept, coalesce(c.n, 0) AS n
    FROM entity e LEFT JOIN (${counts}) c ON c.entity_id = e.id WHERE e.${name(column)} <> coalesce(c.n, 0)`)
  for (const { slug, what, kept, n } of graph.all<{ slug: string; what: string; kept: number; n: number }>(join(parts, ' UNION ALL '))) {
    yield `The entity ${slug} counts ${kept} ${what}; it has ${n}.`
  }
}

/** In how many statements each speaks, of everybody's and of a country's. */
function* speakers(graph: Graph): Generator<string> {
  const counted = sql`SELECT * FROM (${countedSpoken(always)})`
  const kept = sql`SELECT entity_id, country_id, year, n FROM spoken`
  const wrong = graph.all<{ slug: string; year: string }>(sql`SELECT DISTINCT coalesce(e.slug, 'nobody') AS slug, w.year FROM (
      SELECT * FROM (${counted} EXCEPT ${kept}) UNION SELECT * FROM (${kept} EXCEPT ${counted})) w LEFT JOIN entity e ON e.id = w.entity_id`)
  for (const { slug, year } of wrong) yield `Of ${slug} other numbers of statements are kept${year === '' ? '' : ` for ${year}`} than there are.`
}
