// GraphQL Yoga and Pothos with Pothos's DataLoader plugin. `node yoga.js FILE`
import SchemaBuilder from '@pothos/core'
import DataloaderPlugin from '@pothos/plugin-dataloader'
import { createYoga } from 'graphql-yoga'
import { createServer } from 'node:http'
import { openStore, spans } from './store.js'

const { batches, ...store } = openStore(process.argv[2])
const builder = new SchemaBuilder({ plugins: [DataloaderPlugin] })
const [Entity, Article, Sentence, Mention, Span, Statement, StatementPage, Neighbour, Speaker] =
  ['Entity', 'Article', 'Sentence', 'Mention', 'Span', 'Statement', 'StatementPage', 'Neighbour', 'Speaker'].map(name => builder.objectRef(name))
const texts = (t, ...names) => Object.fromEntries(names.map(name => [name, t.exposeString(name)]))
const numbers = (t, ...names) => Object.fromEntries(names.map(name => [name, t.exposeInt(name)]))
const one = (t, type, batch, keyOf) => t.loadable({ type, nullable: false, load: async keys => batch(keys), resolve: keyOf })
const many = (t, type, batch, keyOf) => t.loadableList({ type, nullable: false, load: async keys => batch(keys), resolve: keyOf })
const firstOf = (t, type, batch) => t.loadableList({
  type, nullable: false, byPath: false, args: { first: t.arg.int({ defaultValue: 10 }) }, load: async keys => batch(keys),
  loaderOptions: { cacheKeyFn: ({ id, first }) => `${id} ${first}` }, resolve: ({ id }, { first }) => ({ id, first }),
})

Entity.implement({ fields: t => ({ id: t.id({ resolve: entity => entity.key }), ...texts(t, 'slug', 'name', 'kind'), people: firstOf(t, Entity, batches.people), statements: firstOf(t, Statement, batches.statementsBy) }) })
Article.implement({
  fields: t => ({
    ...texts(t, 'slug', 'title'),
    publishedOn: t.string({ nullable: true, resolve: article => article.published_on }),
    publisher: t.exposeString('publisher', { nullable: true }),
    sentences: t.loadableList({
      type: Sentence, nullable: false, resolve: article => article, loaderOptions: { cacheKeyFn: article => article.id },
      load: async articles => batches.sentences(articles.map(({ id }) => id)).map((sentences, index) =>
        sentences.map(sentence => ({ ...sentence, text: articles[index].text.slice(sentence.start, sentence.end) }))),
    }),
    statements: many(t, Statement, batches.statementsIn, article => article.id),
  }),
})
Sentence.implement({ fields: t => ({ ...numbers(t, 'position', 'start', 'end'), ...texts(t, 'text'), mentions: many(t, Mention, batches.mentions, sentence => sentence) }) })
Mention.implement({ fields: t => ({ ...numbers(t, 'start', 'end'), entity: one(t, Entity, batches.entity, mention => mention.entity_id) }) })
Span.implement({ fields: t => numbers(t, 'start', 'end') })
Statement.implement({
  fields: t => ({
    id: t.id({ resolve: statement => statement.key }),
    ...texts(t, 'text', 'kind'),
    madeOn: t.string({ nullable: true, resolve: statement => statement.made_on }),
    content: t.field({ type: [Span], nullable: false, resolve: statement => spans(statement.content) }),
    article: one(t, Article, batches.article, statement => statement.article_id),
    speakers: many(t, Entity, batches.speakers, statement => statement.id),
    about: many(t, Entity, batches.about, statement => statement.id),
  }),
})
StatementPage.implement({ fields: t => ({ nodes: t.expose('nodes', { type: [Statement] }), endCursor: t.exposeString('endCursor', { nullable: true }), hasNextPage: t.exposeBoolean('hasNextPage') }) })
Neighbour.implement({ fields: t => ({ ...texts(t, 'slug', 'name', 'kind'), ...numbers(t, 'weight') }) })
Speaker.implement({ fields: t => ({ ...texts(t, 'slug', 'name'), ...numbers(t, 'count') }) })
builder.queryType({
  fields: t => {
    const text = () => t.arg.string({ required: true })
    const number = defaultValue => t.arg.int({ defaultValue })
    return {
      entity: t.field({ type: Entity, nullable: true, args: { slug: text() }, resolve: (_, { slug }) => store.entity(slug) }),
      article: t.field({ type: Article, nullable: true, args: { slug: text() }, resolve: (_, { slug }) => store.article(slug) }),
      statements: t.field({ type: StatementPage, args: { speaker: text(), about: text(), from: text(), to: text(), first: number(20), after: t.arg.string() }, resolve: (_, args) => store.statements(args) }),
      search: t.field({ type: [Statement], args: { text: text(), first: number(20) }, resolve: (_, args) => store.search(args) }),
      neighbours: t.field({ type: [Neighbour], args: { slug: text(), first: number(50) }, resolve: (_, args) => store.neighbours(args) }),
      path: t.field({ type: [Entity], nullable: true, args: { from: text(), to: text(), maxLength: number(6) }, resolve: (_, args) => store.path(args) }),
      topSpeakers: t.field({ type: [Speaker], args: { country: text(), from: text(), to: text(), first: number(10) }, resolve: (_, args) => store.topSpeakers(args) }),
    }
  },
})
const server = createServer(createYoga({ schema: builder.toSchema(), graphiql: false, logging: false, context: () => ({}) }))
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${server.address().port}`))
