// The schema of the peers that begin with SDL: the same things, as plain as one would write them.
export const typeDefs = `
  type Query {
    entity(slug: String!): Entity
    article(slug: String!): Article
    statements(speaker: String!, about: String!, from: String!, to: String!, first: Int = 20, after: String): StatementPage!
    search(text: String!, first: Int = 20): [Statement!]!
    neighbours(slug: String!, first: Int = 50): [Neighbour!]!
    path(from: String!, to: String!, maxLength: Int = 6): [Entity!]
    topSpeakers(country: String!, from: String!, to: String!, first: Int = 10): [Speaker!]!
  }
  type StatementPage { nodes: [Statement!]! endCursor: String hasNextPage: Boolean! }
  type Entity { id: ID! slug: String! name: String! kind: String! people(first: Int = 10): [Entity!]! statements(first: Int = 10): [Statement!]! }
  type Article { slug: String! title: String! publishedOn: String publisher: String sentences: [Sentence!]! statements: [Statement!]! }
  type Sentence { position: Int! start: Int! end: Int! text: String! mentions: [Mention!]! }
  type Mention { start: Int! end: Int! entity: Entity! }
  type Span { start: Int! end: Int! }
  type Statement { id: ID! text: String! kind: String! madeOn: String content: [Span!]! article: Article! speakers: [Entity!]! about: [Entity!]! }
  type Neighbour { slug: String! name: String! kind: String! weight: Int! }
  type Speaker { slug: String! name: String! count: Int! }
`
