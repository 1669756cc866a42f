// The peers, what each is asked for the workloads of bench/workloads.ts, and how its answer reads in our schema, so that it can be compared.
export const peers = [
  { name: 'Mercurius', file: 'mercurius.js', path: '/graphql' },
  { name: 'Apollo Server', file: 'apollo.js', path: '/' },
  { name: 'Yoga, DataLoader', file: 'yoga.js', path: '/graphql' },
]

const id = (type, key) => Buffer.from(`${type}:${key}`).toString('base64url')
const statement = ({ id: key, ...rest }) => ({ id: id('Statement', key), ...rest })
const nodes = list => ({ nodes: list.map(statement) })

export const operations = {
  q1: {
    text: 'query ($slug: String!) { entity(slug: $slug) { id slug name kind statements(first: 10) { id text kind madeOn article { slug title } about { slug name kind } } } }',
    toOurs: ({ entity }) => ({ person: { ...entity, id: id('Entity', entity.id), statements: nodes(entity.statements) } }),
  },
  q2: {
    text: `query ($speaker: String!, $about: String!, $from: String!, $to: String!, $after: String) { statements(speaker: $speaker, about: $about, from: $from, to: $to, first: 20, after: $after) {
      nodes { id text kind madeOn content { start end } article { slug title } } endCursor hasNextPage } }`,
    toOurs: ({ statements: { nodes: list, ...pageInfo } }) => ({ statements: { ...nodes(list), pageInfo } }),
  },
  q3: {
    text: 'query ($slug: String!) { entity(slug: $slug) { slug name people(first: 10) { slug name statements(first: 5) { id text madeOn about { slug name kind } } } } }',
    toOurs: ({ entity }) => ({ country: { ...entity, people: { nodes: entity.people.map(person => ({ ...person, statements: nodes(person.statements) })) } } }),
  },
  q4: {
    text: `query ($slug: String!) { article(slug: $slug) { slug title publishedOn publisher sentences { position start end text mentions { start end entity { slug name kind } } }
      statements { id kind text content { start end } speakers { slug name } } } }`,
    toOurs: ({ article }) => ({
      article: {
        ...article,
        sentences: article.sentences.map(({ position, start, end, text, mentions }) =>
          ({ position, passage: { start, end, text }, mentions: mentions.map(({ entity, ...passage }) => ({ passage, entity })) })),
        statements: nodes(article.statements),
      },
    }),
  },
  q5: {
    text: 'query ($text: String!) { search(text: $text, first: 20) { id text madeOn speakers { slug name } } }',
    toOurs: ({ search }) => ({ search: nodes(search) }),
  },
  q6: {
    text: 'query ($slug: String!) { neighbours(slug: $slug, first: 50) { slug name kind weight } }',
    toOurs: ({ neighbours }) => ({ entity: { neighbours: { edges: neighbours.map(({ weight, ...node }) => ({ weight, node })) } } }),
  },
  q7: {
    text: 'query ($from: String!, $to: String!) { path(from: $from, to: $to, maxLength: 6) { slug name } }',
    toOurs: ({ path }) => ({ paths: { paths: path ? [{ hops: path.slice(1).map((to, index) => ({ from: path[index], to })) }] : [] } }),
  },
  q8: {
    text: 'query ($country: String!, $from: String!, $to: String!) { topSpeakers(country: $country, from: $from, to: $to, first: 10) { slug name count } }',
    toOurs: ({ topSpeakers }) => ({ statements: { groups: topSpeakers.map(({ count, ...key }) => ({ count, keys: [key] })) } }),
  },
}
