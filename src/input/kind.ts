// What a file is, by its name, else by how it begins.

export type Kind = 'text' | 'markdown' | 'html' | 'json' | 'lines' | 'feed' | 'binary'

const endings = new Map<string, Kind>([
  ['txt', 'text'], ['text', 'text'], ['md', 'markdown'], ['markdown', 'markdown'], ['html', 'html'], ['htm', 'html'], ['xhtml', 'html'],
  ['jsonl', 'lines'], ['ndjson', 'lines'], ['json', 'json'], ['xml', 'feed'], ['rss', 'feed'], ['atom', 'feed'], ['rdf', 'feed'],
])

/** Names such as "news.jsonl.gz", too. A file of a known name is what its name says, unless it holds bytes that no text has. */
export function kindOf(name: string, head: Buffer): Kind {
  if (isBinary(head)) return 'binary'
  const ending = /\.([a-z]{2,8})(?:\.gz)?$/u.exec(name.toLowerCase())?.[1] ?? ''
  const begin = head.toString('utf8').replace(/^\uFEFF/u, '').trimStart()
  const named = endings.get(ending) ?? kindOfContent(begin)
  return named === 'json' && isManyObjects(begin) ? 'lines' : named
}

function kindOfContent(begin: string): Kind {
  if (begin.startsWith('{')) return isOneObject(begin) ? 'json' : 'lines'
  if (!begin.startsWith('<')) return 'text'
  if (/<(?:!doctype\s+html|html)[\s>]/iu.test(begin)) return 'html'
  return /<(?:\?xml|rss|feed|rdf:rdf)[\s>]/iu.test(begin) ? 'feed' : 'html'
}

/** Printed over several lines, or a feed in JSON; else it is the first line of many. */
function isOneObject(begin: string): boolean {
  const end = begin.indexOf('\n')
  if (end < 0) return /"version"\s*:\s*"https?:\/\/jsonfeed\.org/u.test(begin)
  try {
    JSON.parse(begin.slice(0, end))
    return false
  } catch {
    return true
  }
}

/** JSON Lines, by whatever name: an object on the first line, and another behind it. */
function isManyObjects(begin: string): boolean {
  const end = begin.indexOf('\n')
  return begin.startsWith('{') && end > 0 && begin.slice(end).trimStart().startsWith('{') && !isOneObject(begin)
}

/** NUL is in no text, except in UTF-16, which then begins with its mark. */
function isBinary(head: Buffer): boolean {
  const mark = head.length >= 2 ? head.readUInt16BE(0) : 0
  return mark !== 0xfeff && mark !== 0xfffe && head.includes(0)
}
