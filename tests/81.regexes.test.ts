// Every regular expression of ours answers in linear time: recheck finds those that can be made to take quadratic or exponential time.
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join, relative } from 'node:path'
import { parse, type Node } from 'acorn'
import { check } from 'recheck'
import { describe, expect, test } from 'vitest'
import { dateFamilies } from '../src/reading/dates.ts'

const root = new URL('..', import.meta.url).pathname

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** "vulnerable src/x.ts /…/" or "unknown …" (out of time), with the reason why it may stay: what it reads is ours, or short. */
const excused: ReadonlyMap<string, string> = new Map()

/** Files that put patterns together from strings, and where those are checked. */
const assembled: ReadonlyMap<string, string> = new Map([
  ['src/reading/dates/rule.ts', 'the patterns of dateFamilies, below'],
])
/** Too many alternatives for recheck; none repeats without end, so that each place of a text is tried for no longer than a constant time. */
const withoutEnd = dateFamilies.flatMap(({ anchor, rules }) => [anchor, ...rules.map(rule => rule.pattern)]).filter(pattern => repeatsWithoutEnd(pattern))

describe('regular expressions', () => {
  const found = ourFiles().flatMap(file => patternsIn(file, readFileSync(join(root, file), 'utf8')))

  test('each is linear, or excused with the reason', async () => {
    expect(found.length).toBeGreaterThan(40)
    const verdicts: string[] = []
    for (const pattern of found.filter(isWhole)) verdicts.push(`${(await verdictOn(pattern)).status} ${pattern.file} /${pattern.source}/${pattern.flags}`)
    expect([...new Set(verdicts)].filter(verdict => !verdict.startsWith('safe '))).toEqual([...excused.keys()])
  }, 900_000)

  test('those made from strings are checked too', () => {
    expect([...new Set(found.filter(pattern => !isWhole(pattern)).map(pattern => pattern.file))]).toEqual([...assembled.keys()])
  })

  test('none of those repeats without end', () => {
    expect(withoutEnd).toEqual([])
    expect([/a+/, /a*?b/, /(?:ab){2,}/, /[+*]{1,3}\+\*\{2,\}[a\]+]?/].map(repeatsWithoutEnd)).toEqual([true, true, true, false])
  })

  test('a slow one is found, wherever it stands', async () => {
    const code = "const a: RegExp = /(a+)+$/u\nconst b = 'x'.replace(/\\s+$/, '')\nconst c = new RegExp('^(?:a|a)*$', 'i')\nconst d = new RegExp(b)\n// /(z+)+$/\nconst e = /^[a-z]{1,9}$/\nconst f = /\\s{1,20}$/"
    const patterns = patternsIn('src/made-up.ts', code)
    expect(patterns.map(({ source, flags }) => `${source} ${flags}`)).toEqual(['(a+)+$ u', '\\s+$ ', '^(?:a|a)*$ i', ' ', '^[a-z]{1,9}$ ', '\\s{1,20}$ '])
    expect((await Promise.all(patterns.filter(isWhole).map(verdictOn))).map(verdict => verdict.complexity)).toEqual(['exponential', 'polynomial', 'exponential', 'safe', 'safe'])
  })
})

function ourFiles(): readonly string[] {
  return ['src', 'db', 'schema', 'seed'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name))))
    .sort()
}

/** Literals, and `new RegExp` of strings; one that is put together has an empty source. */
function patternsIn(file: string, code: string): readonly Pattern[] {
  const program = parse(file.endsWith('.ts') ? stripTypeScriptTypes(code) : code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true })
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (!isNode(node)) return
    if (node.type === 'Literal' && node.regex) found.push({ file, source: node.regex.pattern, flags: node.regex.flags })
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee?.name === 'RegExp') {
      const [source, flags] = node.arguments ?? []
      found.push({ file, source: typeof source?.value === 'string' ? source.value : '', flags: typeof flags?.value === 'string' ? flags.value : '' })
    }
    Object.values(node).forEach(visit)
  }
  visit(program.body)
  return found
}

function isWhole(pattern: Pattern): boolean {
  return pattern.source !== ''
}

interface AnyNode extends Node {
  readonly regex?: { readonly pattern: string; readonly flags: string }
  readonly callee?: { readonly name?: string }
  readonly arguments?: readonly { readonly value?: unknown }[]
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

interface Verdict {
  readonly status: string
  readonly complexity: string | undefined
}
const verdicts = new Map<string, Promise<Verdict>>()

/** The same pattern stands in several places; it is looked at once. */
function verdictOn({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Promise<Verdict> {
  const name = `/${source}/${flags}`
  const verdict = verdicts.get(name) ?? checked(source, flags)
  verdicts.set(name, verdict)
  return verdict
}

/**
 * By the automaton, which is exact and quick; by attacks, which take a second, only where it knows no answer. recheck's native program takes a third of the time that
 * its JavaScript takes, which it uses where npm has brought no program for the system.
 */
async function checked(source: string, flags: string): Promise<Verdict> {
  const exact = await check(source, flags, { checker: 'automaton', timeout: 60_000 })
  const verdict = exact.status === 'unknown' ? await check(source, flags, { checker: 'fuzz', timeout: 60_000, incubationTimeout: null, attackTimeout: null, seedingTimeout: null }) : exact
  return { status: verdict.status, complexity: verdict.status === 'unknown' ? undefined : verdict.complexity.type }
}

function repeatsWithoutEnd({ source }: RegExp): boolean {
  return /[*+]|\{\d+,\}/.test(source.replaceAll(/\\[^]/g, '.').replaceAll(/\[[^\]]*\]/g, '.'))
}
