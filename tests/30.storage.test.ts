// What enters the graph: once, and the same in whatever order articles come and go.
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { remove } from '../db/entering/apply.ts'
import { sql } from '../db/sql.ts'
import { statistics } from '../db/file/statistics.ts'
import { verify } from '../db/verify/verify.ts'
import type { ReadEntity } from '../src/model/reading.ts'
import { dump, enter, entityRow, scratch, soundDump, withGraph } from './graph-dump.ts'
import { draftOf, threeArticles, type Article } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)

const three = threeArticles()
const keysOf = (articles: readonly Article[]): string[] => articles.map(article => article.reading.sha256)

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
      expect(entityRow(graph, 'ada-vell')).toMatchObject({ name: 'Ada Vell', description: 'a poet', honorific: 'President', background: '[]' })
      expect(entityRow(graph, 'norland')).toMatchObject({ iso2: 'NO', capital: 'Oslund', name: 'Norland', background: '["capital","demonyms","iso2"]' })
      expect(entityRow(graph, 'lund')).toMatchObject({ kind: 'PLACE' })
      expect(entityRow(graph, 'the-guard')).toMatchObject({ kind: 'TOPIC', mentions: 2, articles: 2 })
    })
  })

  test('writes a name as most articles that give it write it, and a slip of the newest shows nowhere but there', () => {
    const naming = (day: number, name: string): Article => draftOf([`Notice ${day}`, `${name} spoke.`], { publishedOn: `2024-03-0${day}` }).entity('a', 'PERSON', name, {}, name).done()
    const articles = [naming(1, 'Ada Vell'), naming(2, 'Ada Vell'), naming(3, 'ADA VELL'), naming(4, 'ADa Vell'), naming(5, 'ADa Vell')]
    withGraph(folder, articles, graph => {
      const leave = (index: number): unknown => {
        remove(graph, articles[index]!.reading.sha256)
        expect(verify(graph)).toEqual([])
        return entityRow(graph, 'ada-vell')['name']
      }
      expect(entityRow(graph, 'ada-vell')).toMatchObject({ name: 'Ada Vell', articles: 5 }) // of equals not the one with more capitals
      expect(leave(0)).toBe('ADa Vell')
      expect(leave(4)).toBe('Ada Vell')
      expect(leave(1)).toBe('ADa Vell')
      expect(leave(3)).toBe('ADA VELL')
    })
  })

  test('asserts an event that others only claim, until it leaves', () => {
    withGraph(folder, three, graph => {
      expect(entityRow(graph, 'bridge-bombing')).toMatchObject({ voice: 'ARTICLE', statement_id: null, starts_on: '2015-11-16' })
      remove(graph, three[1].reading.sha256)
      expect(entityRow(graph, 'bridge-bombing')).toMatchObject({ voice: 'PRESUPPOSED', starts_on: '2015', ends_on: null })
      remove(graph, three[2].reading.sha256)
      expect(entityRow(graph, 'bridge-bombing')).toMatchObject({ voice: 'CLAIMED', starts_on: null })
    })
  })

  test('never lends the words of its date to the date of another', () => {
    const dated = (title: string, publishedOn: string, rest: Partial<ReadEntity>): Article => {
      const draft = draftOf([title, 'The fair began on Monday.'], { publishedOn })
      return draft.entity('fair', 'EVENT', 'The fair', { ...rest, dated: rest.startsOn ? draft.mark('Monday') : undefined }, 'The fair').done()
    }
    withGraph(folder, [dated('Old', '2015-01-01', { startsOn: '2014-12-29' }), dated('New', '2015-02-02', { endsOn: '2014-12-01' })], graph => {
      expect(entityRow(graph, 'the-fair')).toMatchObject({ starts_on: null, ends_on: '2014-12-01', dated: null })
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
      expect(entityRow(graph, 'raid')).toMatchObject({ voice: 'CLAIMED', starts_on: '2015-03-03', place_id: entityRow(graph, 'lund')['id'] })
      enter(graph, silent)
      expect(entityRow(graph, 'raid')).toMatchObject({ voice: 'CLAIMED', ...nothing })
      enter(graph, fact)
      expect(entityRow(graph, 'raid')).toMatchObject({ voice: 'ARTICLE', ...nothing })
      for (const { reading } of [fact, silent, ben]) remove(graph, reading.sha256)
      expect(entityRow(graph, 'raid')).toMatchObject({ voice: 'CLAIMED', starts_on: '2015-03-02', place_id: entityRow(graph, 'lund')['id'] })
      expect(verify(graph)).toEqual([])
    })
  })

  test('changes kind, and what only that kind has, together', () => {
    const event = draftOf(['Storm', 'The storm came.'], { publishedOn: '2015-01-02' }).entity('s', 'EVENT', 'Storm', { startsOn: '2015' }, 'The storm').done()
    const topic = draftOf(['Storms', 'A storm is weather.'], { publishedOn: '2015-01-03' }).entity('s', 'TOPIC', 'Storm', {}, 'A storm').done()
    withGraph(folder, [event], graph => {
      expect(entityRow(graph, 'storm')).toMatchObject({ kind: 'EVENT', voice: 'ARTICLE', starts_on: '2015' })
      enter(graph, topic)
      expect(entityRow(graph, 'storm')).toMatchObject({ kind: 'TOPIC', voice: null, modality: null, starts_on: null })
      expect(statistics(graph).entitiesByKind.filter(each => each.count > 0)).toEqual([{ kind: 'TOPIC', count: 1 }])
      remove(graph, topic.reading.sha256)
      expect(entityRow(graph, 'storm')).toMatchObject({ kind: 'EVENT', voice: 'ARTICLE', starts_on: '2015' })
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
      expect(dump(graph)).toEqual(soundDump(folder, others))
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
    const one = soundDump(folder, three)
    for (const order of [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]) expect(soundDump(folder, order)).toEqual(one)
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
    expect(soundDump(folder, [draft([1, 0])])).toEqual(soundDump(folder, [draft([0, 1])]))
  })

  test('articles of any year stand in the order of their dates', () => {
    const years = ['9999', '9001', '2015', '0000', undefined]
    withGraph(folder, years.map(publishedOn => draftOf([`In ${publishedOn}`], { publishedOn }).done()), graph => {
      expect(graph.all(sql`SELECT title FROM article ORDER BY sort`)).toEqual(years.map(year => ({ title: `In ${year}` })))
    })
  })
})
