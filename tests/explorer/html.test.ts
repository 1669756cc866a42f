// HTML is made by one template, and marks are painted over text: laws of both.
import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { html, attribute, plain, toText } from '../../src/explorer/html.ts'
import { outside } from '../../src/explorer/here.ts'
import { painted } from '../../src/explorer/paint.ts'
import { anyString } from '../any-character.ts'

describe('the template', () => {
  test('values are text, between tags and in attributes', () => {
    const evil = `"><script>alert('x')</script>&amp;`
    expect(toText(html`<p title="${evil}">${evil}</p>`)).toBe('<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</p>')
    expect(toText(html`<i${attribute('title', '"<')}></i>`)).toBe('<i title="&quot;&lt;"></i>')
  })

  test('what it made itself is taken as it is; what only looks like it is text', () => {
    expect(toText(html`${[html`<b>${1}</b>`, null, false, undefined, ['a']]}`)).toBe('<b>1</b>a')
    expect(() => toText(html`${{ toString: () => '<b>' } as never}`)).toThrow(TypeError)
  })

  test('an attribute without quotation marks is a mistake', () => {
    expect(() => html`<p title=${'x'}>`).toThrow('without quotation marks')
  })

  test('what turns directions is seen, and turns nothing else; a title writes it out', () => {
    expect(toText(html`<p>${'a\u202Eb'}</p>`)).toBe('<p>a<bdi class="turning" data-code="U+202E">\u202E</bdi>b</p>')
    expect(toText(html`<p title="${'a\u202Eb'}"></p>`)).toBe('<p title="a\u202Eb"></p>')
    expect(plain('a\u202Eb')).toBe('aU+202Eb')
  })

  test('only addresses of the web lead outside', () => {
    const given = ['https://a.example/x', 'HTTP://a.example', 'javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', '//a.example', 'https://', null]
    expect(given.map(outside)).toEqual(['https://a.example/x', 'HTTP://a.example', null, null, null, null, null, null])
  })
})

describe('painting', () => {
  const marks = array(tuple(integer({ min: 0, max: 40 }), integer({ min: 1, max: 12 }), constantFrom('/e/a', undefined)), { maxLength: 12 })

  test('changes no character, nests well, covers each mark exactly, and puts no link into a link', () => {
    assert(property(anyString({ maxLength: 50 }), integer({ min: 0, max: 5 }), marks, (text, start, given) => {
      const paints = given.map(([from, length, href], index) => ({ start: from, end: from + length, class: `c${index}`, href }))
      const { words, covered, linkInLink } = parsed(toText(painted(text, start, paints)))
      expect(words).toBe(text)
      expect(linkInLink).toBe(false)
      for (const { start: from, end, class: name } of paints) {
        expect(covered.get(name) ?? '', name).toBe(text.slice(Math.max(0, from - start), Math.max(0, end - start)))
      }
    }), { numRuns: 100 })
  })

  test('of links in one another the innermost is the link, the rest of the outer one too', () => {
    const text = toText(painted('President of Russia, he', 0, [{ start: 0, end: 19, class: 'm', href: '/e/putin' }, { start: 13, end: 19, class: 'm', href: '/e/russia' }]))
    expect(text).toBe('<a href="/e/putin" class="m">President of </a><span class="m"><a href="/e/russia" class="m">Russia</a></span>, he')
  })
})

/** A tiny reader of the tags that painting makes; throws where they do not nest. */
function parsed(text: string): { words: string; covered: ReadonlyMap<string, string>; linkInLink: boolean } {
  const open: { name: string; class: string }[] = []
  const covered = new Map<string, string>()
  let words = ''
  let linkInLink = false
  for (const [, closing, name, classes, , characters] of text.matchAll(/<(\/?)(a|span|bdi)(?:[^>]*? class="([^"]*)")?([^>]*)>|([^<]+)/g)) {
    if (name && !closing) {
      linkInLink ||= name === 'a' && open.some(each => each.name === 'a')
      open.push({ name, class: classes ?? '' })
    } else if (name) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> ends another element: ${text}`)
    } else {
      const plainText = characters!.replace(/&(amp|lt|gt|quot|#39);/g, (_, entity: string) => ({ 'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', '#39': "'" })[entity]!)
      words += plainText
      for (const name of new Set(open.map(each => each.class))) covered.set(name, (covered.get(name) ?? '') + plainText)
    }
  }
  expect(open).toEqual([])
  return { words, covered, linkInLink }
}
