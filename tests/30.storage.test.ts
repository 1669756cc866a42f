// What enters the graph: once, wholly or not at all, and the same in whatever order articles come and go.
import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { processorTime } from '../db/deadline.ts'
import { applyAll, remove } from '../db/apply.ts'
import { openForWriting, type Graph } from '../db/open.ts'
import { sql } from '../db/sql.ts'
import { statistics } from '../db/statistics.ts'
import { verify } from '../db/verify.ts'
import { OnRecordError } from '../src/model/errors.ts'
import type { ReadEntity } from '../src/model/reading.ts'
import * as vocabulary from '../src/model/vocabulary.ts'
import { dump, enter, scratch, withGraph } from './graph-dump.ts'
import { draftOf, threeArticles, type Article } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)

const three = threeArticles()
const keysOf = (articles: readonly Article[]): string[] => articles.map(article => article.reading.sha256)
/** The graph of these articles, entered in this order, and proven sound. */
const graphOf = (articles: readonly Article[]): Record<string, string[]> => withGraph(folder, articles, graph => {
  expect(verify(graph)).toEqual([])
  return dump(graph)
})
const entity = (graph: Graph, slug: string): Record<string, unknown> => graph.one<Record<string, unknown>>(sql`SELECT * FROM entity WHERE slug = ${slug}`)!
const refusal = (work: () => unknown): OnRecordError => {
  try {
    work()
  } catch (error) {
    if (error instanceof OnRecordError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('an article that enters', () => {
  test('changes nothing when it enters again, and is said to be known', () => {
    withGraph(folder, three, graph => {
      const before = dump(graph)
      const { dataVersion } = statistics(graph)
      for (const article of three) expect(enter(graph, article)).toEqual({ key: article.reading.sha256, known: true })
      expect(enter(graph, { ...three[0], metadata: { ...three[0].metadata, title: 'Another' } }).known).toBe(true)
      expect(dump(graph)).toEqual(before)
      expect(statistics(graph).dataVersion).toBe(dataVersion)
    })
  })

  test('refers to rows that are there, also after another has left', () => {
    withGraph(folder, three, graph => {
      const stray = sql`INSERT INTO tie (from_id, to_id, sort, forwards, hop, statement_id) SELECT id, id, 'x', 1, 1, 9999 FROM entity LIMIT 1`
      expect(() => graph.run(stray)).toThrow('FOREIGN KEY')
      remove(graph, three[0].reading.sha256)
      expect(() => graph.run(stray)).toThrow('FOREIGN KEY')
    })
  })

  test('shows of each field its own word before background, and the newest article first', () => {
    withGraph(folder, three, graph => {
      expect(entity(graph, 'ada-vell')).toMatchObject({ name: 'Ada Vell', description: 'a poet', honorific: 'President', background: '[]' })
      expect(entity(graph, 'norland')).toMatchObject({ iso2: 'NO', capital: 'Oslund', name: 'Norland', background: '["capital","demonyms","iso2"]' })
      expect(entity(graph, 'lund')).toMatchObject({ kind: 'PLACE' })
      expect(entity(graph, 'the-guard')).toMatchObject({ kind: 'TOPIC', mentions: 2, articles: 2 })
    })
  })

  test('asserts an event that others only claim, until it leaves', () => {
    withGraph(folder, three, graph => {
      expect(entity(graph, 'bridge-bombing')).toMatchObject({ voice: 'ARTICLE', statement_id: null, starts_on: '2015-11-16' })
      remove(graph, three[1].reading.sha256)
      expect(entity(graph, 'bridge-bombing')).toMatchObject({ voice: 'PRESUPPOSED', starts_on: '2015', ends_on: null })
      remove(graph, three[2].reading.sha256)
      expect(entity(graph, 'bridge-bombing')).toMatchObject({ voice: 'CLAIMED', starts_on: null })
    })
  })

  test('never lends the words of its date to the date of another', () => {
    const dated = (title: string, publishedOn: string, rest: Partial<ReadEntity>): Article => {
      const draft = draftOf([title, 'The fair began on Monday.'], { publishedOn })
      return draft.entity('fair', 'EVENT', 'The fair', { ...rest, dated: rest.startsOn ? draft.mark('Monday') : undefined }, 'The fair').done()
    }
    withGraph(folder, [dated('Old', '2015-01-01', { startsOn: '2014-12-29' }), dated('New', '2015-02-02', { endsOn: '2014-12-01' })], graph => {
      expect(entity(graph, 'the-fair')).toMatchObject({ starts_on: null, ends_on: '2014-12-01', dated: null })
    })
  })

  test('never tells as a fact, nor as another’s word, where and when an event is that somebody only claims', () => {
    const claimed = (speaker: string, publishedOn: string, day: string): Article => {
      const draft = draftOf([`${speaker} speaks`, `${speaker} said that the raid in Lund was on ${day}.`], { publishedOn })
      return draft.entity('who', 'PERSON', speaker, {}, speaker).entity('lund', 'PLACE', 'Lund', {}, 'Lund')
        .statement('s', `the raid in Lund was on ${day}`, { speakers: ['who'], about: ['raid'] }, 'said')
        .entity('raid', 'EVENT', 'Raid', { voice: 'CLAIMED', statement: 's', place: 'lund', startsOn: publishedOn, dated: draft.mark(day) }, 'the raid').done()
    }
    const [ann, ben] = [claimed('Ann Arl', '2015-03-02', 'Monday'), claimed('Ben Bo', '2015-03-03', 'Tuesday')]
    const silent = draftOf(['Cy Dorn speaks', 'Cy Dorn said that there was a raid.'], { publishedOn: '2015-03-04' })
      .entity('who', 'PERSON', 'Cy Dorn', {}, 'Cy Dorn').statement('s', 'there was a raid', { speakers: ['who'] }, 'said').entity('raid', 'EVENT', 'Raid', { voice: 'CLAIMED', statement: 's' }, 'a raid').done()
    const fact = draftOf(['After the raid', 'The raid was long.'], { publishedOn: '2015-01-01' }).entity('raid', 'EVENT', 'Raid', {}, 'The raid').done()
    const nothing = { starts_on: null, dated: null, place_id: null }
    withGraph(folder, [ann, ben], graph => {
      expect(entity(graph, 'raid')).toMatchObject({ voice: 'CLAIMED', starts_on: '2015-03-03', place_id: entity(graph, 'lund')['id'] })
      enter(graph, silent)
      expect(entity(graph, 'raid')).toMatchObject({ voice: 'CLAIMED', ...nothing })
      enter(graph, fact)
      expect(entity(graph, 'raid')).toMatchObject({ voice: 'ARTICLE', ...nothing })
      for (const { reading } of [fact, silent, ben]) remove(graph, reading.sha256)
      expect(entity(graph, 'raid')).toMatchObject({ voice: 'CLAIMED', starts_on: '2015-03-02', place_id: entity(graph, 'lund')['id'] })
      expect(verify(graph)).toEqual([])
    })
  })

  test('changes kind, and what only that kind has, together', () => {
    const event = draftOf(['Storm', 'The storm came.'], { publishedOn: '2015-01-02' }).entity('s', 'EVENT', 'Storm', { startsOn: '2015' }, 'The storm').done()
    const topic = draftOf(['Storms', 'A storm is weather.'], { publishedOn: '2015-01-03' }).entity('s', 'TOPIC', 'Storm', {}, 'A storm').done()
    withGraph(folder, [event], graph => {
      expect(entity(graph, 'storm')).toMatchObject({ kind: 'EVENT', voice: 'ARTICLE', starts_on: '2015' })
      enter(graph, topic)
      expect(entity(graph, 'storm')).toMatchObject({ kind: 'TOPIC', voice: null, modality: null, starts_on: null })
      expect(statistics(graph).entitiesByKind.filter(each => each.count > 0)).toEqual([{ kind: 'TOPIC', count: 1 }])
      remove(graph, topic.reading.sha256)
      expect(entity(graph, 'storm')).toMatchObject({ kind: 'EVENT', voice: 'ARTICLE', starts_on: '2015' })
    })
  })

  test('keeps every character: emoji, astral letters, right to left, a line of one megabyte', () => {
    const long = 'אבג '.repeat(140_000)
    const odd = draftOf(['𝔘𝔫𝔦 👩‍👩‍👧‍👦 مرحبا', `🕊 𐌰𐌱 said 👩‍👩‍👧‍👦 ‮evil‬ ${long}`, 'שלום said hello 🕊.'])
      .entity('a', 'PERSON', '𐌰𐌱', {}, '𐌰𐌱').entity('b', 'PERSON', 'שלום', {}, 'שלום').entity('c', 'TOPIC', '🕊', {}, '🕊').entity('d', 'TOPIC', '👩‍👩‍👧‍👦', {}, '👩‍👩‍👧‍👦')
      .statement('s', '👩‍👩‍👧‍👦 ‮evil‬', { speakers: ['a'], addressees: ['c'] }, 'said')
      .relationship('b', 'a', 'hello 🕊')
      .done()
    withGraph(folder, [odd], graph => {
      expect(verify(graph)).toEqual([])
      expect(graph.one(sql`SELECT text FROM article`)).toEqual({ text: odd.text })
      const slugs = graph.all<{ slug: string }>(sql`SELECT slug FROM entity ORDER BY id`).map(row => row.slug)
      expect(slugs).toEqual(['𐌰𐌱', 'שלום', expect.stringMatching(/^unnamed-[0-9a-f]{12}$/), expect.stringMatching(/^unnamed-[0-9a-f]{12}$/)])
      expect(new Set(slugs).size).toBe(4)
    })
  })
})

describe('an article that leaves', () => {
  test.each([[0, 1], [1, 0], [0, 2], [2, 0], [1, 2], [2, 1]] as const)('leaves what article %d was before article %d came', (first, second) => {
    withGraph(folder, [three[first]], graph => {
      const before = dump(graph)
      enter(graph, three[second])
      expect(dump(graph)).not.toEqual(before)
      expect(remove(graph, three[second].reading.sha256)).toBe(true)
      expect(dump(graph)).toEqual(before)
      expect(verify(graph)).toEqual([])
    })
  })

  test.each([0, 1, 2])('leaves the two others as if article %d had never been, and at last nothing', gone => {
    const others = three.filter((_, index) => index !== gone)
    withGraph(folder, three, graph => {
      remove(graph, three[gone]!.reading.sha256)
      expect(dump(graph)).toEqual(graphOf(others))
      for (const key of keysOf(others)) remove(graph, key)
      expect(Object.values(dump(graph)).flat()).toEqual([])
      expect(verify(graph)).toEqual([])
    })
  })

  test('that is not there changes nothing', () => {
    withGraph(folder, three, graph => {
      const before = dump(graph)
      expect(remove(graph, '0'.repeat(64))).toBe(false)
      expect(dump(graph)).toEqual(before)
    })
  })
})

describe('whatever order articles come in', () => {
  const pool = ['Ann', 'Ben', 'Cyr', 'Dov'] as const
  /** An article on some of the same people, in which each is something else. */
  const anyArticle = fc.record({
    publishedOn: fc.constantFrom(undefined, '2015', '2015-06', '2015-06-15'),
    people: fc.array(fc.record({
      name: fc.constantFrom(...pool),
      kind: fc.constantFrom('PERSON', 'COUNTRY', 'EVENT', 'TOPIC' as const),
      description: fc.constantFrom(undefined, 'one', 'two'),
      isBackground: fc.boolean(),
      isNamed: fc.boolean(),
      mentions: fc.nat(2),
      startsOn: fc.constantFrom(undefined, '2014', '2014-05'),
      isClaimed: fc.boolean(),
      partOf: fc.nat(3),
    }), { minLength: 1, maxLength: 4 }),
    says: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 3 }),
  })
  type Random = typeof anyArticle extends fc.Arbitrary<infer Value> ? Value : never

  const articleFrom = ({ publishedOn, people, says }: Random, number: number): Article => {
    const each = people.filter((one, index) => people.findIndex(other => other.name === one.name) === index)
    const words = each.map(({ name }) => `${name} ${name}son`)
    const draft = draftOf([`Article ${number}`, ...words.map(name => `Here ${name} came, ${name} saw and ${name} went.`), ...says.map((_, index) => `Words ${index} were said.`)], { publishedOn })
    for (const [index, { name, kind, description, isBackground, isNamed, mentions, startsOn, isClaimed, partOf }] of each.entries()) {
      const isEvent = kind === 'EVENT'
      const outer = partOf > index ? each[partOf]?.name : undefined
      draft.entity(name, kind, words[index]!, {
        named: isNamed, description, partOf: outer, background: [...(isBackground && description ? ['description'] : []), ...(isBackground && outer ? ['partOf'] : [])],
        ...(isEvent ? { startsOn, dated: startsOn ? draft.mark('came', index) : undefined } : {}),
        ...(isEvent && isClaimed && says.length > 0 ? { voice: 'CLAIMED', statement: 's0' } : {}),
      })
      for (let nth = 0; nth < Math.max(mentions, isNamed ? 0 : 1); nth++) draft.mention(name, words[index]!, nth)
    }
    for (const [index, [speaker, other, isReported]] of says.entries()) {
      const [from, to] = [each[speaker % each.length]!.name, each[other % each.length]!.name]
      draft.statement(`s${index}`, `Words ${index}`, { speakers: [from], targets: [to], about: [to, from], reportedIn: isReported && index > 0 ? `s${index - 1}` : undefined })
      draft.relationship(from, to, `Words ${index} were`, index === 0 ? {} : { voice: 'CLAIMED', statement: `s${index - 1}` })
    }
    return draft.done()
  }

  test('three articles that disagree make one graph in all six orders, with the same ids and slugs', () => {
    const [a, b, c] = three
    const one = graphOf(three)
    for (const order of [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]) expect(graphOf(order)).toEqual(one)
  })

  test('what a later article says first of somebody known is shown, though it speaks of whom it refers to only further on', () => {
    const known = draftOf(['One', 'Ann came.']).entity('a', 'ORGANISATION', 'Ann', {}, 'Ann').done()
    const chain = draftOf(['Two', 'Ann, Dov and Cyr came.'])
      .entity('a', 'ORGANISATION', 'Ann', { partOf: 'd' }, 'Ann').entity('d', 'ORGANISATION', 'Dov', { partOf: 'c' }, 'Dov').entity('c', 'ORGANISATION', 'Cyr', {}, 'Cyr').done()
    withGraph(folder, [known, chain], graph => {
      expect(graph.all(sql`SELECT e.slug, o.slug AS outer FROM entity e JOIN entity o ON o.id = e.part_of_id ORDER BY e.slug`))
        .toEqual([{ slug: 'ann', outer: 'dov' }, { slug: 'dov', outer: 'cyr' }])
      expect(verify(graph)).toEqual([])
    })
  })

  test('any articles make one graph, also when some leave and come again', () => {
    fc.assert(fc.property(
      fc.array(anyArticle, { minLength: 2, maxLength: 4 }), fc.infiniteStream(fc.nat()), fc.array(fc.nat(3), { maxLength: 5 }),
      (drafts, stream, churn) => {
        const articles = drafts.map(articleFrom)
        const shuffled = articles.map(article => [stream.next().value, article] as const).toSorted(([one], [other]) => one - other).map(([, article]) => article)
        const plain = withGraph(folder, articles, graph => {
          expect(verify(graph)).toEqual([])
          return dump(graph)
        })
        const turned = withGraph(folder, shuffled, graph => {
          for (const index of churn) {
            const article = articles[index % articles.length]!
            if (!remove(graph, article.reading.sha256)) enter(graph, article)
          }
          for (const article of shuffled) enter(graph, article)
          expect(verify(graph)).toEqual([])
          return dump(graph)
        })
        expect(turned).toEqual(plain)
      },
    ), { numRuns: 30 })
  })
})

describe('what is told apart', () => {
  test('a named entity whose slug is built like that of an unnamed one is another', () => {
    const first = draftOf(['Talks', 'An official left.']).entity('o', 'PERSON', 'official', { named: false }, 'An official').done()
    withGraph(folder, [first], graph => {
      const [{ slug }] = graph.all<{ slug: string }>(sql`SELECT slug FROM entity`) as [{ slug: string }]
      const second = draftOf(['More talks', `Somebody is called ${slug}.`]).entity('o', 'PERSON', slug, {}, slug).done()
      enter(graph, second)
      expect(graph.all(sql`SELECT slug FROM entity WHERE named = 1`)).toEqual([{ slug: slug.replace('.', '-') }])
      expect(verify(graph)).toEqual([])
    })
  })

  test('unnamed ones that begin together, and those of two articles, are others', () => {
    const talks = (title: string): Article => draftOf([title, 'The official of the army left.'])
      .entity('a', 'PERSON', 'the official', { named: false }, 'The official of the army').entity('b', 'PERSON', 'the official', { named: false }, 'The official').done()
    withGraph(folder, [talks('One'), talks('Two')], graph => {
      expect(graph.one(sql`SELECT count(DISTINCT slug) AS n FROM entity`)).toEqual({ n: 4 })
    })
  })

  test('long names that begin alike are others, and their distinguishers count', () => {
    const ministry = 'Ministry of '.repeat(10)
    const article = draftOf(['Ministries', `${ministry}War and ${ministry}Peace met, 2014 and 2015.`])
      .entity('war', 'ORGANISATION', `${ministry}War`, {}, `${ministry}War`).entity('peace', 'ORGANISATION', `${ministry}Peace`, {}, `${ministry}Peace`)
      .entity('old', 'ORGANISATION', `${ministry}Peace`, { distinguisher: '2014' }, '2014').entity('new', 'ORGANISATION', `${ministry}Peace`, { distinguisher: '2015' }, '2015').done()
    withGraph(folder, [article], graph => {
      expect(graph.one(sql`SELECT count(DISTINCT key) AS n FROM entity`)).toEqual({ n: 4 })
      expect(verify(graph)).toEqual([])
    })
  })

  test('an unnamed entity is known by the mention that comes first in the text, however they are listed', () => {
    const draft = (nths: readonly number[]): Article => {
      const one = draftOf(['Talks', 'An official left; An official came.']).entity('o', 'PERSON', 'official', { named: false })
      for (const nth of nths) one.mention('o', 'An official', nth)
      return one.done()
    }
    expect(graphOf([draft([1, 0])])).toEqual(graphOf([draft([0, 1])]))
  })

  test('articles of any year stand in the order of their dates', () => {
    const years = ['9999', '9001', '2015', '0000', undefined]
    withGraph(folder, years.map(publishedOn => draftOf([`In ${publishedOn}`], { publishedOn }).done()), graph => {
      expect(graph.all(sql`SELECT title FROM article ORDER BY sort`)).toEqual(years.map(year => ({ title: `In ${year}` })))
    })
  })
})

describe('what is refused stores nothing', () => {
  const [good] = three
  const refuses = (article: Article, code: string, sentence: RegExp): void => withGraph(folder, [three[1]], graph => {
    const before = dump(graph)
    const { dataVersion } = statistics(graph)
    const error = refusal(() => enter(graph, article))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(sentence)
    expect(dump(graph)).toEqual(before)
    expect(statistics(graph).dataVersion).toBe(dataVersion)
  })
  const withReading = (parts: Partial<Article['reading']>): Article => ({ ...good, reading: { ...good.reading, ...parts } })

  test('a Reading that says a relationship twice', () => {
    const [first, ...rest] = good.reading.relationships
    refuses(withReading({ relationships: [first!, ...rest, { ...first!, reason: 'Another.' }] }), 'BAD_READING', /^The Reading does not fit at \/relationships\/5: It has all parts .* the other is \/relationships\/0\.$/)
  })

  test('a Reading that says a statement twice', () => {
    const [first] = good.reading.statements
    refuses(withReading({ statements: [...good.reading.statements, { ...first!, ref: 'again' }] }), 'BAD_READING', /\/statements\/4: It has the source, cue, content and act of another/)
  })

  test('a Reading in which two entities have one name', () => {
    const twin: ReadEntity = { ref: 'twin', kind: 'TOPIC', name: 'ada vell', named: true }
    refuses(withReading({ entities: [...good.reading.entities, twin] }), 'BAD_READING', /It has the name of another: .*`distinguisher`/)
  })

  test('a Reading of another text', () => refuses({ ...good, text: `${good.text} ` }, 'BAD_READING', /Read this text again/))

  test('a mark that ends behind the text, or begins before it', () => {
    const [first, ...rest] = good.reading.mentions
    const last = good.text.length - 3
    refuses(withReading({ mentions: [{ ...first!, start: last, end: last + 400, text: good.text.slice(last) }, ...rest] }), 'BAD_READING', /^The Reading does not fit at \/mentions\/0/)
    refuses(withReading({ mentions: [{ ...first!, start: -3, end: -1, text: good.text.slice(-3, -1) }, ...rest] }), 'BAD_READING', /^The Reading does not fit at \/mentions\/0/)
  })

  test('a mark that cuts a character in two', () => {
    const [first, ...rest] = good.reading.mentions
    const start = good.text.indexOf('🕊') + 1
    refuses(withReading({ mentions: [{ ...first!, start, end: start + 1, text: good.text.slice(start, start + 1) }, ...rest] }), 'BAD_READING', /cuts a character in two/)
  })

  test('metadata with a date of no calendar', () => refuses({ ...good, metadata: { ...good.metadata, publishedOn: '2015-02-30' } }, 'BAD_READING', /metadata.*2015-02-30/))

  test('an article whose hash begins as that of another, which slugs could not tell apart', () => {
    // Found by trying 42 million texts.
    const [one, other] = ['Text 19033620.', 'Text 24511548.'].map(text => draftOf([text], { title: 'Text' }).done()) as [Article, Article]
    expect(one.reading.sha256.slice(0, 12)).toBe(other.reading.sha256.slice(0, 12))
    withGraph(folder, [one], graph => {
      const before = dump(graph)
      expect(refusal(() => enter(graph, other))).toMatchObject({ code: 'BAD_TEXT', message: expect.stringContaining('change a character of the text') })
      expect(dump(graph)).toEqual(before)
      remove(graph, one.reading.sha256)
      expect(enter(graph, other).known).toBe(false)
    })
  })

  test('an article whose entering fails at its very end', () => {
    // The last thing to enter is made impossible, as a full disk or a fault of ours would.
    const broken = withReading({ remarks: [...good.reading.remarks, { rule: 'S1', message: null as unknown as string }] })
    withGraph(folder, [three[1]], graph => {
      const before = dump(graph)
      expect(() => enter(graph, broken)).toThrow()
      expect(dump(graph)).toEqual(before)
      expect(verify(graph)).toEqual([])
      expect(enter(graph, good).known).toBe(false)
    })
  })

  test('nested statements in a chain of 5,000 neither overflow nor take long', () => {
    const count = 5_000
    const draft = draftOf(['Chain', ...Array.from({ length: count }, (_, index) => `w${index}.`)])
    const base = draft.statement('s0', 'w0.', {}).done()
    let start = 'Chain\n'.length
    const statements = Array.from({ length: count }, (_, index) => {
      const text = `w${index}.`
      const mark = { start, end: start + text.length, text }
      start = mark.end + 1
      return { ...base.reading.statements[0]!, ref: `s${index}`, content: [mark], reportedIn: index + 1 < count ? `s${index + 1}` : undefined }
    })
    withGraph(folder, [], graph => {
      const began = processorTime()
      enter(graph, { ...base, reading: { ...base.reading, statements } })
      expect(processorTime() - began).toBeLessThan(4000)
      expect(graph.one(sql`SELECT count(*) AS n FROM statement WHERE voice = 'CLAIMED'`)).toEqual({ n: count - 1 })
    })
  })
})

describe('articles that enter together', () => {
  const readAt = '2026-01-01T00:00:00.000Z'

  test('make the graph that they make one by one, in any order', () => {
    const alone = graphOf(three)
    for (const articles of [three, three.toReversed(), [three[1], three[0], three[2]]]) {
      withGraph(folder, [], graph => {
        applyAll(graph, articles, readAt)
        expect(verify(graph)).toEqual([])
        expect(dump(graph)).toEqual(alone)
        expect(graph.one(sql`SELECT count(*) AS n FROM statement_text WHERE statement_text MATCH 'bridge'`)).toEqual({ n: 2 })
      })
    }
  })

  test('may refer to each other’s sorts of rows in any order: the first tells a deed, the second has somebody claim one', () => {
    const told = draftOf(['Talks', 'Ann met Ben.']).entity('a', 'PERSON', 'Ann', {}, 'Ann').entity('b', 'PERSON', 'Ben', {}, 'Ben').relationship('a', 'b', 'met').done()
    const claimed = draftOf(['More talks', 'Ben said that Ann left Ben.']).entity('a', 'PERSON', 'Ann', {}, 'Ann').entity('b', 'PERSON', 'Ben', {}, 'Ben')
      .statement('s', 'that Ann left Ben', { speakers: ['b'] }, 'said').relationship('a', 'b', 'left', { voice: 'CLAIMED', statement: 's' }).done()
    withGraph(folder, [], graph => {
      expect(applyAll(graph, [told, claimed], readAt).map(entered => (entered instanceof OnRecordError ? entered.message : entered.known))).toEqual([false, false])
      expect(verify(graph)).toEqual([])
    })
  })

  test('are known where they come twice, and one that is refused keeps no other out', () => {
    const wrong = { ...three[1], text: `${three[1].text} ` }
    withGraph(folder, [], graph => {
      const entered = applyAll(graph, [three[0], three[0], wrong, three[2]], readAt)
      expect(entered.map(each => (each instanceof OnRecordError ? each.code : each.known))).toEqual([false, true, 'BAD_READING', false])
      expect(dump(graph)).toEqual(withGraph(folder, [three[0], three[2]], dump))
    })
  })

  test('know nothing of entities whose entering was taken back, whatever came between', () => {
    const [first, ann, ben] = [['Zoe', 'Old'], ['Ann', 'One'], ['Ben', 'Two']].map(([name = '', title = '']) =>
      draftOf([title, `${name} met Dov.`]).entity('n', 'PERSON', name, {}, name).entity('d', 'PERSON', 'Dov', {}, 'Dov').relationship('n', 'd', 'met').done()) as [Article, Article, Article]
    withGraph(folder, [first], graph => {
      expect(() => graph.transaction(() => {
        enter(graph, ann)
        throw new Error('No room.')
      })).toThrow('No room.')
      remove(graph, first.reading.sha256)
      enter(graph, ben)
      enter(graph, ann)
      expect(verify(graph)).toEqual([])
      expect(dump(graph)).toEqual(withGraph(folder, [ann, ben], dump))
    })
  })

  test('leave nothing where the file fails, and whole transactions before', () => {
    const many = Array.from({ length: 260 }, (_, index) => draftOf([`Paper ${index}`, 'Anna Berg came.']).entity('a', 'PERSON', 'Anna Berg', {}, 'Anna Berg').done())
    const broken = { ...many[255]!, reading: { ...many[255]!.reading, remarks: [{ rule: 'S1', message: null as unknown as string }] } }
    withGraph(folder, [], graph => {
      expect(() => applyAll(graph, many.with(255, broken), readAt)).toThrow()
      expect(statistics(graph).articles).toBe(250)
      expect(verify(graph)).toEqual([])
      applyAll(graph, many, readAt)
      expect(entity(graph, 'anna-berg')).toMatchObject({ mentions: 260, articles: 260 })
    })
  })
})

describe('what is kept beside the rows', () => {
  test('counts of entities and of the whole graph are what a recount finds', () => {
    withGraph(folder, three, graph => {
      const count = (table: string): number => graph.one<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] })!.n
      const { readers, entitiesByKind, dataVersion, ...counts } = statistics(graph)
      expect(counts).toEqual({
        articles: 3, sentences: count('sentence'), mentions: count('mention'), statements: count('statement'),
        relationships: count('relationship'), remarks: count('remark'), entities: count('entity'),
      })
      expect(entitiesByKind).toEqual(vocabulary.wordsOf(vocabulary.entityKinds).map(kind => ({ kind, count: count(`entity WHERE kind = '${kind}'`) })))
      expect([readers, dataVersion]).toEqual([['builder 1'], 3])
      expect(entity(graph, 'ada-vell')).toMatchObject({ mentions: 6, statements: 2, said_about: 1, relationships: 5, articles: 3 })
    })
  })

  test('the CHECKs of the migration allow what the vocabulary has, and nothing else', () => {
    const folder = new URL('../db/migrations/', import.meta.url)
    const text = readdirSync(folder).map(file => readFileSync(new URL(file, folder), 'utf8')).join('\n')
    const allowed = [...text.matchAll(/^CREATE TABLE (\w+)|^ *(\w+) +TEXT[^\n]*CHECK \((?:\2 IN \(|(?=\2 = '))([^)]+)\)/gms)]
    let table = ''
    const found = allowed.flatMap(([, name, column, words]) => {
      table = name ?? table
      return column && words ? [[`${table}.${column}`, [...words.matchAll(/'(\w+)'/g)].map(match => match[1])]] : []
    })
    const { entityKinds, mentionForms, voices, modalities, statementKinds, statementRoles, attributions, speechActs, relationshipTypes } = vocabulary
    const words = (record: Readonly<Record<string, string>>): string[] => Object.keys(record)
    expect(Object.fromEntries(found)).toEqual({
      'entity.kind': words(entityKinds), 'entity.voice': words(voices), 'entity.modality': words(modalities),
      'mention.form': words(mentionForms),
      'statement.kind': words(statementKinds), 'statement.act': words(speechActs), 'statement.attribution': words(attributions),
      'statement.voice': words(voices).filter(voice => voice !== 'PRESUPPOSED'), 'statement.modality': words(modalities),
      'statement_entity.role': words(statementRoles),
      'relationship.type': words(relationshipTypes), 'relationship.voice': words(voices), 'relationship.modality': words(modalities),
    })
  })

  test('a file without articles is sound, and opens again', () => {
    const path = folder.path('empty-graph.db')
    openForWriting(path).close()
    const graph = openForWriting(path)
    expect(verify(graph)).toEqual([])
    graph.close()
  })
})
