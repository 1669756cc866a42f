// Lists as Relay connections. A connection is made for all rows of a flock at once; its page, its count and its groups are each
// loaded when first asked of any of them, in one statement for all.
import type { GraphQLResolveInfo } from 'graphql'
import { groups, type Group, type Grouped } from '../db/lists/groups.ts'
import { count, list, placeOf, root, type Edge, type ListArguments, type Listing, type PageInfo } from '../db/lists/list.ts'
import type { Source } from '../db/lists/source.ts'
import type { Graph } from '../db/file/open.ts'
import type { Listed, Rows } from '../db/tables/rows.ts'
import { askedBelow } from './asked.ts'
import { limits } from '../src/model/limits.ts'
import { forAll, together } from './together.ts'

export interface Connection<Row> {
  readonly edges: readonly Edge<Row>[]
  readonly pageInfo: PageInfo
  /** Exact to 10,000; one more where there are more. */
  readonly total: number
  groups(by: readonly string[], first: number): readonly Group[]
}

/** The connection of one row, made for its whole flock. */
export function connectionOf<Noun extends Listed>(
  graph: Graph, row: { readonly id: number }, info: GraphQLResolveInfo, source: Source<Noun>, args: ListArguments<Noun>,
): Connection<Rows[Noun]> {
  return forAll(row, `${source.noun} list`, info, rows => {
    const made = connections(graph, source, args, [...new Set(rows.map(each => each.id))], info)
    return rows.map(each => made(each.id))
  })
}

/** The connection of a list that has no parent. */
export function rootConnection<Noun extends Listed>(graph: Graph, source: Source<Noun>, args: ListArguments<Noun>, info: GraphQLResolveInfo): Connection<Rows[Noun]> {
  return connections(graph, source, args, [root], info)(root)
}

function connections<Noun extends Listed>(graph: Graph, source: Source<Noun>, args: ListArguments<Noun>, parents: readonly number[], info: GraphQLResolveInfo) {
  if ((args.after ?? args.before ?? null) !== null) placeOf(source.noun, args) // a wrong cursor is told even where no row is asked for
  const pages = once(() => boundPages(list(graph, source, args, parents, askedBelow(info)), info))
  const totals = once(() => count(graph, source, args.filter, parents))
  const grouped = onceEach((by: readonly string[], first: number) => {
    const found = groups(graph, source as unknown as Source<Grouped>, args.filter, by, first, parents) // only nouns with groups have the field
    together([...found.values()].flat())
    return found
  })
  const all: Lists<Rows[Noun]> = { pages, totals, grouped }
  return (parent: number): Connection<Rows[Noun]> => new ListOf(all, parent)
}

/** What the lists of all parents of a flock hold, each loaded when it is first asked of any of them. */
interface Lists<Row> {
  readonly pages: () => ReadonlyMap<number, Listing<Row>>
  readonly totals: () => ReadonlyMap<number, number>
  readonly grouped: (by: readonly string[], first: number) => ReadonlyMap<number, readonly Group[]>
}

/** The list of one parent. A class for the sake of its getters (see db/lists/list.ts). */
class ListOf<Row> implements Connection<Row> {
  readonly #all: Lists<Row>
  readonly #parent: number

  constructor(all: Lists<Row>, parent: number) {
    this.#all = all
    this.#parent = parent
  }

  get edges(): readonly Edge<Row>[] {
    return found(this.#all.pages(), this.#parent).edges
  }

  get pageInfo(): PageInfo {
    return found(this.#all.pages(), this.#parent).pageInfo
  }

  get total(): number {
    return this.#all.totals().get(this.#parent) ?? 0
  }

  groups(by: readonly string[], first: number): readonly Group[] {
    return this.#all.grouped(by, first).get(this.#parent) ?? []
  }
}

/** Binds the rows of all pages, so that what they lead to is loaded together. */
function boundPages<Row>(pages: ReadonlyMap<number, Listing<Row>>, info: GraphQLResolveInfo): ReadonlyMap<number, Listing<Row>> {
  together([...pages.values()].flatMap(page => page.edges.map(edge => edge.node)), info)
  return pages
}

export function isExact(total: number): boolean {
  return total <= limits.totalCount.value
}

export function once<Value>(load: () => Value): () => Value {
  let value: { readonly loaded: Value } | null = null
  return () => (value ??= { loaded: load() }).loaded
}

function onceEach<Arguments extends readonly unknown[], Value>(load: (...args: Arguments) => Value): (...args: Arguments) => Value {
  const values = new Map<string, Value>()
  return (...args) => {
    const key = JSON.stringify(args)
    const known = values.get(key)
    if (known !== undefined) return known
    const value = load(...args)
    values.set(key, value)
    return value
  }
}

function found<Row>(pages: ReadonlyMap<number, Listing<Row>>, parent: number): Listing<Row> {
  const page = pages.get(parent)
  if (!page) throw new Error('A list was not loaded for its parent.')
  return page
}
