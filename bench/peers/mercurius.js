// Fastify with Mercurius: graphql-jit and Mercurius's own loaders. `node mercurius.js FILE`
import Fastify from 'fastify'
import mercurius from 'mercurius'
import { typeDefs } from './schema.js'
import { openStore, spans } from './store.js'

const { batches, ...store } = openStore(process.argv[2])
/** Each key once, and nothing kept from one request to the next. */
const loader = (batch, keyOf) => ({
  opts: { cache: false },
  async loader(queries) {
    const keys = [...new Set(queries.map(({ obj }) => keyOf(obj)))]
    const values = batch(keys)
    const byKey = new Map(keys.map((key, index) => [key, values[index]]))
    return queries.map(({ obj }) => byKey.get(keyOf(obj)))
  },
})
const firstOf = batch => ({ opts: { cache: false }, loader: async queries => batch(queries.map(({ obj, params }) => ({ id: obj.id, first: params.first }))) })

const app = Fastify({ logger: false })
app.register(mercurius, {
  schema: typeDefs,
  graphiql: false,
  jit: 1,
  cache: true,
  resolvers: {
    Query: {
      entity: (_, { slug }) => store.entity(slug),
      article: (_, { slug }) => store.article(slug),
      statements: (_, args) => store.statements(args),
      search: (_, args) => store.search(args),
      neighbours: (_, args) => store.neighbours(args),
      path: (_, args) => store.path(args),
      topSpeakers: (_, args) => store.topSpeakers(args),
    },
    Entity: { id: entity => entity.key },
    Article: { publishedOn: article => article.published_on },
    Statement: { id: statement => statement.key, madeOn: statement => statement.made_on, content: statement => spans(statement.content) },
  },
  loaders: {
    Entity: { people: firstOf(batches.people), statements: firstOf(batches.statementsBy) },
    Article: {
      sentences: {
        opts: { cache: false },
        loader: async queries => batches.sentences(queries.map(({ obj }) => obj.id)).map((sentences, index) =>
          sentences.map(sentence => ({ ...sentence, text: queries[index].obj.text.slice(sentence.start, sentence.end) }))),
      },
      statements: loader(batches.statementsIn, article => article.id),
    },
    Sentence: { mentions: loader(batches.mentions, sentence => sentence) },
    Mention: { entity: loader(batches.entity, mention => mention.entity_id) },
    Statement: {
      article: loader(batches.article, statement => statement.article_id),
      speakers: loader(batches.speakers, statement => statement.id),
      about: loader(batches.about, statement => statement.id),
    },
  },
})
console.log(`ready at ${await app.listen({ port: 0, host: '127.0.0.1' })}`)
