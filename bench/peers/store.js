// What every peer reads with: the same SQL, each statement prepared once, as one writes it who knows better-sqlite3. The functions of
// `batches` take many keys and answer a value for each, as loaders want it.
import Sqlite from 'better-sqlite3'

export function openStore(path) {
  const engine = new Sqlite(path, { readonly: true })
  const all = text => {
    const prepared = engine.prepare(text)
    return (...values) => prepared.all(...values)
  }
  const one = text => {
    const prepared = engine.prepare(text)
    return (...values) => prepared.get(...values)
  }
  const statement = 's.id, s.key, s.text, s.kind, s.made_on, s.article_id, s.content'
  const entity = one('SELECT id, key, slug, name, kind FROM entity WHERE slug = ?')
  const article = one('SELECT id, slug, title, text, published_on, publisher FROM article WHERE slug = ?')
  const page = all(`SELECT ${statement}, a.sort
    FROM statement_entity a CROSS JOIN statement_entity p ON p.entity_id = ? AND p.role = 'SPEAKER' AND p.sort = a.sort CROSS JOIN statement s ON s.id = p.statement_id
    WHERE a.entity_id = ? AND a.role = 'ABOUT' AND a.sort > ? AND s.made_on >= ? AND s.made_on <= ? ORDER BY a.sort LIMIT ?`)
  const search = all(`SELECT ${statement} FROM (SELECT rowid AS id, rank FROM statement_text WHERE statement_text MATCH ? ORDER BY rank LIMIT ?) f
    JOIN statement s ON s.id = f.id ORDER BY f.rank, s.sort`)
  const neighbours = all(`SELECT e.slug, e.name, e.kind, x.weight FROM (SELECT to_id, count(DISTINCT sort) AS weight FROM tie WHERE from_id = ? GROUP BY to_id) x
    JOIN entity e ON e.id = x.to_id ORDER BY x.weight DESC, e.slug LIMIT ?`)
  const top = all(`SELECT e.slug, e.name, count(*) AS count FROM entity e CROSS JOIN statement_entity p ON p.entity_id = e.id AND p.role = 'SPEAKER' CROSS JOIN statement s ON s.id = p.statement_id
    WHERE e.country_id = ? AND s.made_on >= ? AND s.made_on <= ? GROUP BY e.id ORDER BY count(*) DESC, e.slug LIMIT ?`)
  const entityById = one('SELECT id, key, slug, name, kind FROM entity WHERE id = ?')
  const adjacent = engine.prepare('SELECT DISTINCT to_id FROM tie WHERE from_id = ? AND hop = 1').pluck()
  const people = all(`SELECT id, key, slug, name, kind FROM entity WHERE country_id = ? AND kind = 'PERSON' ORDER BY slug LIMIT ?`)
  const statementsBy = all(`SELECT ${statement} FROM statement_entity p CROSS JOIN statement s ON s.id = p.statement_id WHERE p.entity_id = ? AND p.role = 'SPEAKER' ORDER BY p.sort LIMIT ?`)
  const within = '(SELECT value FROM json_each(?))'
  const participants = role => all(`SELECT p.statement_id AS parent, e.id, e.key, e.slug, e.name, e.kind FROM statement_entity p JOIN entity e ON e.id = p.entity_id
    WHERE p.statement_id IN ${within} AND p.role = '${role}' ORDER BY p.statement_id, p.ordinal`)
  const idOf = slug => entity(slug)?.id
  return {
    entity,
    article,
    statements({ speaker, about, from, to, first, after }) {
      const nodes = page(idOf(speaker), idOf(about), after ?? '', from, to, first + 1)
      const hasNextPage = nodes.length > first
      if (hasNextPage) nodes.pop()
      return { nodes, endCursor: nodes.at(-1)?.sort ?? null, hasNextPage }
    },
    search: ({ text, first }) => search(text.split(' ').map(word => `"${word.replaceAll('"', '""')}"`).join(' '), first),
    neighbours: ({ slug, first }) => neighbours(idOf(slug), first),
    path: ({ from, to, maxLength }) => shortest(id => adjacent.all(id), idOf(from), idOf(to), maxLength)?.map(id => entityById(id)) ?? null,
    topSpeakers: ({ country, from, to, first }) => top(idOf(country), from, to, first),
    batches: {
      about: grouped(participants('ABOUT')),
      speakers: grouped(participants('SPEAKER')),
      article: single(all(`SELECT id, slug, title FROM article WHERE id IN ${within}`)),
      entity: single(all(`SELECT id, key, slug, name, kind FROM entity WHERE id IN ${within}`)),
      // A sentence's text is a piece of its article's, which is loaded.
      sentences: grouped(all(`SELECT article_id AS parent, article_id, position, start, end FROM sentence WHERE article_id IN ${within} ORDER BY article_id, position`)),
      statementsIn: grouped(all(`SELECT s.article_id AS parent, ${statement} FROM statement s WHERE s.article_id IN ${within} ORDER BY s.sort`)),
      // The mentions of an article are one stretch of rows (db/tables/mentions.ts).
      mentions: mentionsOf(all(`SELECT p.key AS parent, m.entity_id, m.start, m.end FROM json_each(?) p
        CROSS JOIN mention m ON m.id >= (p.value ->> 'article_id') * 16777216 AND m.id < ((p.value ->> 'article_id') + 1) * 16777216 AND m.start >= p.value ->> 'start' AND m.start < p.value ->> 'end' ORDER BY p.key, m.start, m.end DESC`)),
      people: keys => keys.map(({ id, first }) => people(id, first)),
      statementsBy: keys => keys.map(({ id, first }) => statementsBy(id, first)),
    },
  }
}

export function spans(json) {
  return JSON.parse(json).map(([start, end]) => ({ start, end }))
}

function grouped(query) {
  return keys => {
    const byParent = Map.groupBy(query(JSON.stringify(keys)), row => row.parent)
    return keys.map(key => byParent.get(key) ?? [])
  }
}

function single(query) {
  return keys => {
    const byId = new Map(query(JSON.stringify(keys)).map(row => [row.id, row]))
    return keys.map(key => byId.get(key) ?? null)
  }
}

function mentionsOf(query) {
  return sentences => {
    const byPlace = Map.groupBy(query(JSON.stringify(sentences.map(({ article_id, start, end }) => ({ article_id, start, end })))), row => row.parent)
    return sentences.map((_, index) => byPlace.get(index) ?? [])
  }
}

/** From both ends, one step at a time from where less is to be looked at. */
function shortest(adjacent, from, to, most) {
  const sides = [new Map([[from, 0]]), new Map([[to, 0]])]
  const fronts = [[from], [to]]
  for (let step = 0; step < most; step++) {
    const side = fronts[0].length <= fronts[1].length ? 0 : 1
    const next = []
    for (const at of fronts[side]) {
      for (const near of adjacent(at)) {
        if (sides[side].has(near)) continue
        sides[side].set(near, at)
        if (sides[1 - side].has(near)) return [...backTo(sides[0], near).toReversed(), ...backTo(sides[1], near).slice(1)]
        next.push(near)
      }
    }
    fronts[side] = next
  }
  return null
}

function backTo(seen, start) {
  const way = []
  for (let at = start; at !== 0; at = seen.get(at) ?? 0) way.push(at)
  return way
}
