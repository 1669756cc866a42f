// Search over names, statements and articles.
import type { ObjectRef } from '@pothos/core'
import { byIds, firstMentions, sentencesAt } from '../../db/tables/lookup.ts'
import type { Edge } from '../../db/lists/list.ts'
import type { Graph } from '../../db/file/open.ts'
import type { ArticleRow, EntityRow, StatementRow } from '../../db/tables/rows.ts'
import { search, type Found, type Hit } from '../../db/search/search.ts'
import { textsOf } from '../../db/tables/texts.ts'
import { wordsOf as wordsIn } from '../../db/tables/full-text.ts'
import { entityKinds, wordsOf } from '../../src/model/vocabulary.ts'
import { forwardArguments } from '../arguments.ts'
import { builder, typenameOf } from '../builder.ts'
import { passagesOf } from '../loaders.ts'
import { forAll, together } from '../together.ts'
import { Modality, SearchKind, Voice } from './enums.ts'
import { EntityFilter } from './filters.ts'
import { Article, Country, Event, Group, Organisation, Passage, Person, Place, Statement, Topic, type PassageValue } from './refs.ts'

type Types = (typeof builder)['$inferSchemaTypes']
type ResultRow = EntityRow | StatementRow | ArticleRow

interface SearchEdge extends Edge<ResultRow> {
  readonly hit: Hit
  readonly text: string
}

interface SearchConnectionValue extends Omit<Found, 'edges'> {
  readonly edges: readonly SearchEdge[]
}

const SearchResult = builder.unionType('SearchResult', {
  description: 'What search finds.',
  types: [Person, Country, Organisation, Place, Event, Group, Topic, Article, Statement],
  resolveType: row => typenameOf(row),
})

const SearchConnection = builder.connectionObject(
  {
    type: SearchResult,
    name: 'SearchConnection',
    description: 'What was found, a page at a time, the best first.',
    fields: t => ({
      totalCount: t.int({ description: 'How many were found, of names, statements and articles at most 200 each.', resolve: connection => valueOf(connection).totalCount }),
      totalCountExact: t.boolean({ description: 'Whether there are no more. Where there are, of statements and of articles the 500 that came in last were ranked.', resolve: connection => valueOf(connection).totalCountExact }),
    }),
  },
  {
    name: 'SearchEdge',
    description: 'Something found, how well it fits, and where the words stand.',
    fields: t => ({
      score: t.float({ description: 'How well it fits, 0 to 1: names by likeness (1 is the very name), texts by BM25, below 0.8.', resolve: edge => edgeOf(edge).hit.score }),
      snippet: t.field({
        type: Passage,
        nullable: true,
        description: 'Where the words stand: the first mention by that name, the content of the statement, the sentence of the article. Null where no article writes the name.',
        resolve: (edge, _, { graph }) => forAll(edgeOf(edge), 'snippet', null, (all: readonly SearchEdge[]) => together(snippets(graph, all))),
      }),
    }),
  },
) as unknown as ObjectRef<Types, SearchConnectionValue, SearchConnectionValue> // Pothos knows its own shape of a connection

function valueOf(connection: unknown): SearchConnectionValue {
  return connection as SearchConnectionValue // made by the field below
}

function edgeOf(edge: unknown): SearchEdge {
  return edge as SearchEdge // made by the field below
}

builder.queryField('search', t => t.field({
  type: SearchConnection,
  nullable: true,
  description: 'Names, statements and articles at once; forgives typing slips in names and broken words in texts ("t hey"). Punctuation is no operator. EMPTY_SEARCH where there is no word; null, with an error, where the deadline struck.',
  extensions: { cost: () => 50 },
  args: {
    text: t.arg.string({ required: true, description: 'What to look for; at most 16 words of it are used.' }),
    in: t.arg({ type: [SearchKind], description: 'Only among these; without it among all.' }),
    voice: t.arg({ type: [Voice], description: 'Statements and events of these voices only; what has no voice of its own is not limited.' }),
    modality: t.arg({ type: [Modality], description: 'Statements and events of these modalities only; what has none of its own is not limited.' }),
    accordingTo: t.arg({ type: EntityFilter, description: 'Statements and events known through such a claimant only; what has no voice of its own, articles among it, is not limited.' }),
    ...forwardArguments(t.arg),
  },
  resolve: (_, args, { graph }) => {
    const kinds = wordsOf(entityKinds).filter(kind => args.in?.includes(kind) ?? true)
    const found = search(graph, {
      text: args.text,
      kinds: kinds.length > 0 ? kinds : null,
      statements: args.in?.includes('STATEMENT') ?? true,
      articles: args.in?.includes('ARTICLE') ?? true,
      voice: args.voice ?? null,
      modality: args.modality ?? null,
      accordingTo: args.accordingTo ?? null,
      first: args.first,
      after: args.after,
    })
    return { ...found, edges: withRows(graph, found, args.text) }
  },
}))

function withRows(graph: Graph, found: Found, text: string): readonly SearchEdge[] {
  const rows = new Map<string, ResultRow>()
  for (const noun of ['entity', 'statement', 'article'] as const) {
    const ids = found.edges.filter(edge => edge.node.noun === noun).map(edge => edge.node.id)
    const loaded = byIds(graph, noun, ids)
    together<ResultRow>([...loaded.values()])
    for (const [id, row] of loaded) rows.set(`${noun}/${id}`, row)
  }
  const edges = found.edges.flatMap(({ node: hit, cursor }): readonly SearchEdge[] => {
    const row = rows.get(`${hit.noun}/${hit.id}`)
    return row ? [{ node: row, cursor, hit, text }] : []
  })
  together(edges)
  return edges
}

function snippets(graph: Graph, edges: readonly SearchEdge[]): readonly (PassageValue | null)[] {
  const names = firstMentions(graph, edges.filter(edge => edge.hit.noun === 'entity').map(({ hit }) => ({ entity: hit.id, name: hit.alias ?? '' })))
  const articles = inArticles(graph, edges.filter(edge => edge.hit.noun === 'article'))
  return edges.map(({ hit, node }) => {
    if (hit.noun === 'entity') return names.get(hit.id) ?? null
    if (hit.noun === 'article') return articles.get(hit.id) ?? null
    return 'content' in node ? (passagesOf(node, 'content', each => [each.content])[0] ?? null) : null
  })
}

/** The sentences in which articles hold a word of the query. */
function inArticles(graph: Graph, edges: readonly SearchEdge[]): ReadonlyMap<number, PassageValue> {
  if (edges.length === 0) return new Map()
  const texts = textsOf(graph, edges.map(edge => edge.hit.id))
  const places = edges.map(({ hit, text }) => ({ article: hit.id, start: firstWord(texts.get(hit.id) ?? '', text) }))
  const sentences = sentencesAt(graph, places)
  return new Map(sentences.flatMap(sentence => (sentence ? [[sentence.article_id, { article: sentence.article_id, start: sentence.start, end: sentence.end }]] : [])))
}

function firstWord(text: string, query: string): number {
  const lower = text.toLowerCase()
  const places = wordsIn(query).map(word => lower.indexOf(word.toLowerCase())).filter(place => place >= 0)
  return places.length === 0 ? 0 : Math.min(...places)
}
