// `node bench/hubs.ts [FEW] [MANY]`: what natural questions about those who are in most articles take on an archive of few articles and of many, in process,
// each with its count, in ms of processor time: the least of three rounds, in which few and many take turns. The eight workloads ask nothing of the kind.
import { Command } from 'commander'
import { answerer } from '../src/execution/answer.ts'
import { openArchive } from '../src/execution/archive.ts'
import { databaseOf } from './database.ts'

type Ask = ReturnType<typeof answerer>
type Found = Readonly<Record<'people' | 'countries' | 'statements', { readonly nodes: readonly { readonly slug: string; readonly text: string }[] }>>

const rounds = 3
const [few = '', many = ''] = new Command('node bench/hubs.ts')
  .argument('[few]', 'articles', '10000').argument('[many]', 'articles', '100000').parse().processedArgs as string[]

/** Two people who are quoted most, the country that is spoken of most, and a word of the newest statement. */
function busiest(ask: Ask) {
  const { data } = ask({ query: '{ people(first: 2, orderBy: {field: STATEMENTS, direction: DESC}) { nodes { slug } } countries(first: 1, orderBy: {field: SAID_ABOUT, direction: DESC}) { nodes { slug } } statements(first: 1) { nodes { text } } }' })
  const { people, countries, statements } = data as unknown as Found // as asked
  return { she: people.nodes[0]?.slug, he: people.nodes[1]?.slug, land: countries.nodes[0]?.slug, word: statements.nodes[0]?.text.split(' ')[0] }
}

const all = (list: string): string => `{ list: ${list} { totalCount nodes { id } } }`

function questionsOf({ she, he, land, word }: ReturnType<typeof busiest>): Readonly<Record<string, string>> {
  const her = (list: string): string => `{ person(slug: "${she}") { list: ${list} { totalCount nodes { id } } } }`
  const its = (filter: string): string => `{ country(slug: "${land}") { statements(rollUp: true, first: 10, filter: ${filter}) { nodes { id } } } }`
  return {
    'what she says about him': her(`statements(role: [SPEAKER], first: 10, filter: {about: {slug: "${he}"}})`),
    'what he says about her': her(`statements(role: [ABOUT], first: 10, filter: {speaker: {slug: "${he}"}})`),
    'her statements that are about him, in any role': her(`statements(first: 10, filter: {about: {slug: "${he}"}})`),
    'what she says as he reports it': her(`statements(role: [SPEAKER], first: 10, filter: {reportedIn: {speaker: {slug: "${he}"}}})`),
    'her statements with a common word': her(`statements(first: 10, filter: {text: "${word}"})`),
    'her relationships with him': her(`relationships(first: 10, filter: {with: {slug: "${he}"}})`),
    'articles that mention her': all(`articles(first: 10, filter: {mentions: {slug: "${she}"}})`),
    'articles that mention both': all(`articles(first: 10, filter: {and: [{mentions: {slug: "${she}"}}, {mentions: {slug: "${he}"}}]})`),
    'relationships according to him': all(`relationships(first: 10, filter: {accordingTo: {slug: "${he}"}})`),
    'who speaks about the country': all(`entities(first: 10, filter: {speaks: {about: {slug: "${land}"}}})`),
    'three ways between the two': `{ paths(from: {slug: "${she}"}, to: {slug: "${he}"}) { searched paths { length } } }`,
    'what the country’s voices say with a common word': its(`{text: "${word}"}`),
    'what its voices say': its('{}'),
    'what its voices accuse of': its('{act: [ACCUSE]}'),
    'what its voices say, of which little fits': its('{kind: [MIXED]}'),
    'relationships of a year': all('relationships(first: 10, filter: {on: {from: "2015", to: "2015"}})'),
    'articles by their mentions': all('articles(first: 10, orderBy: {field: MENTIONS, direction: DESC})'),
    'statements by their speakers': all('statements(first: 10, orderBy: {field: SPEAKER, direction: ASC})'),
  }
}

/** Infinity where the deadline struck. */
function timeOf(ask: Ask, query: string): number {
  const before = process.cpuUsage()
  const { errors } = ask({ query })
  const { user, system } = process.cpuUsage(before)
  if (errors && errors[0]?.extensions['code'] !== 'QUERY_TIMEOUT') throw new Error(`${query}: ${errors[0]?.message}`)
  return errors ? Infinity : (user + system) / 1000
}

const archives = [few, many].map(size => {
  const ask = answerer(openArchive(databaseOf(Number(size), false).path))
  return { size: Number(size), ask, questions: questionsOf(busiest(ask)) }
})
console.log(`| in ms of processor time | ${archives.map(({ size }) => `${size.toLocaleString('en')} articles`).join(' | ')} |\n|---|--:|--:|`)
for (const name of Object.keys(archives[0]?.questions ?? {})) {
  const least = archives.map(() => Infinity)
  for (let round = 0; round < rounds; round++) for (const [index, { ask, questions }] of archives.entries()) least[index] = Math.min(least[index] ?? Infinity, timeOf(ask, questions[name] ?? ''))
  console.log(`| ${name} | ${least.map(time => (time === Infinity ? 'stopped' : time.toFixed(1))).join(' | ')} |`)
}
console.log(`\nNode ${process.versions.node}; \`node bench/hubs.ts ${few} ${many}\`.`)
