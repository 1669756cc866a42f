// The articles the graph starts from: text, metadata and reviewed Reading, each checked against the others.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readText } from '../src/commands/json-file.ts'
import { enterText } from '../src/model/passage.ts'
import type { ArticleMetadata, Reading } from '../src/model/reading.ts'
import { loadMetadata, loadReading } from '../src/commands/reading-file.ts'

export interface SeedArticle {
  readonly text: string
  readonly metadata: ArticleMetadata
  readonly reading: Reading
}

/** `articles/NAME.txt` with `articles/NAME.json` and `readings/NAME.json`, by name. */
export function seedArticles(): readonly SeedArticle[] {
  const names = readdirSync(here('articles')).filter(file => file.endsWith('.txt')).map(file => file.slice(0, -'.txt'.length)).sort()
  return names.map(name => {
    const text = enterText(readText(here(`articles/${name}.txt`)))
    return {
      text,
      metadata: loadMetadata(here(`articles/${name}.json`)),
      reading: loadReading(here(`readings/${name}.json`), text),
    }
  })
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
