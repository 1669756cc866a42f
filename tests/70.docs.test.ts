// What is documented exists, and what exists is documented.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli.ts'
import { settings } from '../src/config.ts'
import { exitCodes } from '../src/exit.ts'
import { errorTable } from '../src/model/errors.ts'
import { limits } from '../src/model/limits.ts'

const read = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8')

/** The cells of the rows below the heading whose first cell is `heading`, ticks taken off. */
function rowsOf(text: string, heading: string): string[][] {
  const lines = text.split('\n')
  const start = lines.findIndex(line => line.startsWith(`| ${heading} |`))
  expect(start, `a table headed ${heading}`).toBeGreaterThan(-1)
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return lines.slice(start + 2, end).map(line => line.slice(2, -2).split(' | ').map(cell => cell.replace(/^`(.*)`$/, '$1')))
}

describe('docs/errors.md', () => {
  test('lists every code with its status and meaning, and no other', () => {
    const documented = rowsOf(read('errors.md'), 'Code').map(([code, status, , meaning]) => [code, status, meaning])
    expect(documented).toEqual(Object.entries(errorTable).map(([code, { status, meaning }]) => [code, String(status), meaning]))
  })

  test('codes are words in capitals, meanings are sentences', () => {
    for (const [code, { meaning }] of Object.entries(errorTable)) {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
      expect(meaning).toMatch(/^[A-Z`].*\.$/)
    }
  })
})

describe('docs/settings.md', () => {
  const text = read('settings.md')

  test('lists every setting with option, default, unit and range, and no other', () => {
    const documented = rowsOf(text, 'Variable')
    expect(documented).toEqual(Object.values(settings).map(each => [each.variable, each.option ?? '–', each.default || 'none', each.unit, each.range]))
  })

  test('lists every command with its options, and no other', () => {
    const documented = rowsOf(text, 'Command').map(([usage]) => usage ?? '')
    const existing = commands().commands.filter(each => each.name() !== 'help')
    expect(documented.map(usage => usage.split(' ')[1])).toEqual(existing.map(each => each.name()))
    for (const [index, command] of existing.entries()) {
      const options = command.options.map(each => each.long).filter(each => each !== '--db')
      expect(documented[index]?.match(/--[\w-]+/g) ?? []).toEqual(expect.arrayContaining(options))
      expect(documented[index]?.match(/--[\w-]+/g) ?? []).toHaveLength(options.length)
      expect([command.name(), command.options.some(each => each.long === '--db')]).toEqual([command.name(), !['reading', 'limits'].includes(command.name())])
    }
  })

  test('lists every exit code', () => {
    const documented = rowsOf(text, 'Exit code').map(([code]) => Number(code))
    expect(documented).toEqual([...Object.values(exitCodes), 69].sort((a, b) => a - b))
  })

  test('lists every limit with its value, unit and refusal, and no other', () => {
    const documented = rowsOf(text, 'Name')
    expect(documented).toEqual(Object.entries(limits).map(([name, { value, range, unit, meaning, refusal }]) => [name, value.toLocaleString('en-GB'), unit, range.map(each => each.toLocaleString('en-GB')).join(' to '), meaning, refusal ?? '–']))
  })

  test('every environment variable that the program reads is a setting', () => {
    const known = new Set<string>(Object.values(settings).map(each => each.variable))
    const named = ['src/cli.ts', 'src/config.ts', 'src/commands/serve.ts', 'src/server/server.ts'].flatMap(file =>
      [...readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').matchAll(/\b(?:ONRECORD_[A-Z_]+|process\.env\.([A-Z_]+)|process\.env\['([A-Z_]+)'\])/g)].map(match => match[1] ?? match[2] ?? match[0]))
    expect(named.filter(name => !known.has(name))).toEqual([])
  })
})
