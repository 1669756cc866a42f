// What is measured: eight operations of our schema, each with what a limit (bench/limit.ts) or a peer must answer to the same variables.

export type Variables = Readonly<Record<string, string | number>>
export type Data = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- an answer's shape is its operation's

export interface Workload {
  readonly name: string
  readonly what: string
  readonly operation: string
  /** What two right answers have in common; without it the whole answer, but for cursors. */
  readonly essence?: (data: Data, variables: Variables) => unknown
}

export const workloads: readonly Workload[] = [
  {
    name: 'q1',
    what: 'a person and 10 statements',
    operation: `query Person($slug: String!) {
      person(slug: $slug) {
        id slug name kind
        statements(role: SPEAKER, first: 10) { nodes { id text kind madeOn article { slug title } about { slug name kind } } }
      }
    }`,
  },
  {
    name: 'q2',
    what: 'a filtered page of 20 statements',
    operation: `query Said($speaker: String!, $about: String!, $from: PartialDate!, $to: PartialDate!, $after: String) {
      statements(filter: { speaker: { slug: [$speaker] }, about: { slug: [$about] }, madeOn: { from: $from, to: $to } }, first: 20, after: $after) {
        nodes { id text kind madeOn content { start end } article { slug title } }
        pageInfo { endCursor hasNextPage }
      }
    }`,
  },
  {
    name: 'q3',
    what: 'a country, 10 people, 5 statements each, what they are about',
    operation: `query Country($slug: String!) {
      country(slug: $slug) {
        slug name
        people(first: 10) { nodes { slug name statements(role: SPEAKER, first: 5) { nodes { id text madeOn about { slug name kind } } } } }
      }
    }`,
  },
  {
    name: 'q4',
    what: 'an article with its sentences, mentions and statements',
    operation: `query Article($slug: String!) {
      article(slug: $slug) {
        slug title publishedOn publisher
        sentences { position passage { start end text } mentions { passage { start end } entity { slug name kind } } }
        statements(first: 20) { nodes { id kind text content { start end } speakers { slug name } } }
      }
    }`,
  },
  {
    name: 'q5',
    what: 'full text, the best 20 statements',
    operation: `query Search($text: String!) {
      search(text: $text, in: STATEMENT, first: 20) { nodes { ... on Statement { id text madeOn speakers { slug name } } } }
    }`,
    // Equals come in any order, and which of them are among the first 20 is free; each must hold the words.
    essence: ({ search }, { text }) => {
      const words = String(text).split(' ')
      const nodes = search.nodes as readonly { readonly text: string }[]
      return [nodes.length, nodes.every(node => words.every(word => node.text.toLowerCase().includes(word)))]
    },
  },
  {
    name: 'q6',
    what: 'the 50 strongest neighbours',
    operation: `query Neighbours($slug: String!) {
      entity(slug: $slug) { neighbours(first: 50) { edges { weight node { slug name kind } } } }
    }`,
  },
  {
    name: 'q7',
    what: 'a shortest path of at most 6 hops',
    operation: `query Path($from: String!, $to: String!) {
      paths(from: { slug: $from }, to: { slug: $to }, maxLength: 6, first: 1) { paths { hops { from { slug name } to { slug name } } } }
    }`,
    // Which of several shortest ones is free.
    essence: ({ paths }) => paths.paths[0]?.hops.length ?? null,
  },
  {
    name: 'q8',
    what: 'who of a country spoke most in a year',
    operation: `query Speakers($country: String!, $from: PartialDate!, $to: PartialDate!) {
      statements(filter: { speaker: { country: { slug: [$country] } }, madeOn: { from: $from, to: $to } }) {
        groups(by: SPEAKER, first: 10) { count keys { ... on Entity { slug name } } }
      }
    }`,
  },
]

/** What is compared of an answer. Who answers may choose the form of cursors, and the order of fields. */
export function essenceOf({ essence }: Workload, data: Data | string, variables: Variables): string {
  if (typeof data === 'string') return `refused: ${data}`
  if (essence) return JSON.stringify(essence(data, variables))
  return JSON.stringify(data, (key, value: unknown) => {
    if (key === 'endCursor') return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}
