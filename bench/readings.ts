// `node bench/readings.ts FILE …`: what storing needs of each article in the files, a line of JSON each: text, metadata and Reading. For
// bench/apply.ts, whose memory is then none of the reader's.
import { articleOf } from '../src/input/article.ts'
import { articlesIn, reach } from '../src/input/articles.ts'
import { OnRecordError } from '../src/model/errors.ts'
import { theReader } from '../src/reader.ts'

for await (const found of articlesIn(reach(process.argv.slice(2)))) {
  try {
    const { text, metadata } = articleOf(found.article())
    const line = JSON.stringify({ text, metadata, reading: theReader().read(text, metadata) })
    if (!process.stdout.write(`${line}\n`)) await new Promise(resolve => { process.stdout.once('drain', resolve) })
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    console.error(`${found.input}: ${error.message}`)
  }
}
