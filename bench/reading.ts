// How fast texts are read, on one core: `node bench/reading.ts [FILE.jsonl]`. Without FILE the golden articles of the tests. Times are of the
// processor, the best of the rounds, as a machine has other things to do. The second table has texts that were made to be slow.
import { readdirSync, readFileSync } from 'node:fs'
import { theReader } from '../src/reader.ts'

const rounds = 6
const metadata = { title: 'A title', language: 'en', publishedOn: '2016-08-01', supplied: [] }

const hostile: Readonly<Record<string, string>> = {
  'a sentence of news, again and again': 'The prime minister of Norway accused Russia of bombing a hospital in Syria on Monday. ',
  'short quotations': '“Go,” Hale said. ',
  'quotations that are never closed': 'he said: “',
  'sayings of sayings': 'he said that she said that ',
  'paragraphs that open a quotation': '“a\n\n',
  'names and names': 'Ann Reed and Tom Hale and ',
  'relative clauses': 'the man who said which ',
  'opening brackets': '(',
}

function textsOf(file: string | undefined): readonly string[] {
  if (file !== undefined) return readFileSync(file, 'utf8').trim().split('\n').map(line => (JSON.parse(line) as { readonly text: string }).text)
  const folder = new URL('../tests/articles/', import.meta.url)
  return readdirSync(folder).map(name => readFileSync(new URL(`${name}/article.txt`, folder), 'utf8'))
}

function seconds(texts: readonly string[]): number {
  const began = process.cpuUsage()
  for (const text of texts) theReader().read(text, metadata)
  return process.cpuUsage(began).user / 1e6
}

const texts = textsOf(process.argv[2])
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
const times = Array.from({ length: rounds }, () => seconds(texts))
const best = Math.min(...times)
console.log(`${texts.length} articles, ${megabytes.toFixed(2)} MB: ${(megabytes / best).toFixed(2)} MB a second, ${Math.round(texts.length / best)} articles a second (the first round ${(megabytes / (times[0] ?? best)).toFixed(2)} MB a second)`)
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`)
console.log('| 1 MB of | seconds | against half of it |\n|---|--:|--:|')
for (const [name, piece] of Object.entries(hostile)) {
  const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  const half = Math.min(seconds([text(500_000)]), seconds([text(500_000)]))
  const whole = Math.min(seconds([text(1_000_000)]), seconds([text(1_000_000)]))
  console.log(`| ${name} | ${whole.toFixed(2)} | ${(whole / half).toFixed(1)} |`)
}
