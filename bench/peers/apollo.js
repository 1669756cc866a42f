// Apollo Server 5 with DataLoader. `node apollo.js FILE`
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import DataLoader from 'dataloader'
import { typeDefs } from './schema.js'
import { openStore, spans } from './store.js'

const { batches, ...store } = openStore(process.argv[2])
const paged = { cacheKeyFn: ({ id, first }) => `${id} ${first}` }
const loaders = () => Object.fromEntries(Object.entries(batches).map(([name, batch]) =>
  [name, new DataLoader(async keys => batch(keys), name === 'people' || name === 'statementsBy' ? paged : {})]))

const server = new ApolloServer({
  typeDefs,
  introspection: false,
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
    Entity: {
      id: entity => entity.key,
      people: ({ id }, { first }, context) => context.people.load({ id, first }),
      statements: ({ id }, { first }, context) => context.statementsBy.load({ id, first }),
    },
    Article: {
      publishedOn: article => article.published_on,
      sentences: async (article, _, context) => (await context.sentences.load(article.id)).map(sentence => ({ ...sentence, text: article.text.slice(sentence.start, sentence.end) })),
      statements: (article, _, context) => context.statementsIn.load(article.id),
    },
    Sentence: { mentions: (sentence, _, context) => context.mentions.load(sentence) },
    Mention: { entity: (mention, _, context) => context.entity.load(mention.entity_id) },
    Statement: {
      id: statement => statement.key,
      madeOn: statement => statement.made_on,
      content: statement => spans(statement.content),
      article: (statement, _, context) => context.article.load(statement.article_id),
      speakers: (statement, _, context) => context.speakers.load(statement.id),
      about: (statement, _, context) => context.about.load(statement.id),
    },
  },
})
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' }, context: async () => loaders() })
console.log(`ready at ${url.replace(/\/$/, '')}`)
