// What stands in front of Markdown, between two lines "---": the part of YAML that front matter is written in. Fields at the left, of one line, folded or in a list.

export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>
  readonly body: string
}

/** A field, a part of one, an entry of its list, a comment, or nothing. Other lines are prose between two rules. */
const line = /^(?:[\w-]+:(?: |$)|\s|- |#|$)/u
const rule = /^---\s*$/u
const missing = new Set(['', '~', 'null'])

/** Fields by their names in small letters; those without a value are left out. The body is all of the text where nothing stands in front. */
export function frontMatterOf(text: string): FrontMatter {
  const all = text.startsWith('---') ? text.split('\n') : []
  const end = all.findIndex((each, index) => index > 0 && rule.test(each))
  const lines = all.slice(1, Math.max(1, end))
  if (!rule.test(all[0] ?? '') || !lines.some(each => /^\w/u.test(each)) || !lines.every(each => line.test(each))) return { fields: new Map(), body: text }
  const fields = new Map<string, string>()
  let [field, written, below]: [string, string, string[]] = ['', '', []]
  for (const each of [...lines, 'end:']) {
    const [, name, value = ''] = /^([\w-]+):(.*)$/u.exec(each) ?? []
    if (name === undefined) {
      if (each.trim() !== '' && !each.startsWith('#')) below.push(each.trim())
      continue
    }
    const found = valueOf(written, below)
    if (!missing.has(found)) fields.set(field, found)
    ;[field, written, below] = [name.toLowerCase(), value.trim(), []]
  }
  return { fields, body: all.slice(end + 1).join('\n') }
}

function valueOf(written: string, below: readonly string[]): string {
  if (/^[>|][+-]?$/u.test(written)) return below.join(' ')
  if (written === '' && below.every(each => each.startsWith('-'))) return below.map(each => scalarOf(each.slice(1).trim())).join(', ')
  if ((written === '' && below.length > 0) || /^\{.*\}$/u.test(written)) return '' // fields within it
  if (/^\[.*\]$/u.test(written)) return written.slice(1, -1).split(',').map(each => scalarOf(each.trim())).join(', ')
  return scalarOf([written, ...below].join(' '))
}

function scalarOf(written: string): string {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/u.exec(written) ?? []
  return double?.replaceAll(/\\(.)/gu, '$1') ?? single?.replaceAll("''", "'") ?? (written.split(/\s#/u, 1)[0] ?? '').trim()
}
