// What a page says of its article in JSON-LD, in the shapes that sites write: kinds in lists, graphs of nodes that name each other, names as
// texts, objects or lists. Readability knows one of each, and where a kind is a list it drops all of it.
import type { ArticleInput } from './article-input.ts'

type Node = Readonly<Record<string, unknown>>

/** "NewsArticle", "https://schema.org/LiveBlogPosting", "Report". */
const articleKind = /(?:Article|BlogPosting|SocialMediaPosting|\bReport)$/u

/** What the first article of the scripts has, in their words; `text` is its `articleBody`. */
export function articleOfJsonLd(scripts: readonly string[]): ArticleInput {
  const nodes = scripts.flatMap(parsed).flatMap(listed).filter(isNode).flatMap(node => [node, ...listed(node['@graph']), ...listed(node['mainEntity'])]).filter(isNode)
  const article = nodes.find(node => listed(node['@type']).some(kind => typeof kind === 'string' && articleKind.test(kind)))
  if (!article) return {}
  const named = new Map(nodes.flatMap(node => (node['name'] === undefined ? [] : [[node['@id'], node['name']]])))
  const names = (field: string): string => listed(article[field]).flatMap(value => {
    if (!isNode(value)) return textIn(value)
    return listed(value['name'] ?? named.get(value['@id'] ?? null)).map(textIn)
  }).filter(name => name !== undefined && !URL.canParse(name)).join(', ')
  return {
    title: textIn(article['headline']) ?? textIn(article['name']),
    author: names('author') || undefined,
    publisher: names('publisher') || undefined,
    publishedOn: textIn(article['datePublished']),
    url: textIn(article['url']),
    text: textIn(article['articleBody']),
  }
}

/** Some templates leave lines broken within texts, which JSON has not, or wrap it all in CDATA. */
function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*<!\[CDATA\[/u, '').replace(/\]\]>\s*$/u, '').replaceAll(/[\r\n\t]/gu, ' '))
  } catch {
    return null
  }
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
