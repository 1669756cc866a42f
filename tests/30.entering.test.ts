// What does not enter, what enters together with others, and what is kept beside the rows that enter.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { processorTime } from '../db/file/deadline.ts'
import { applyAll, remove } from '../db/entering/apply.ts'
import { openForWriting } from '../db/file/open.ts'
import { sql } from '../db/sql.ts'
import { statistics } from '../db/file/statistics.ts'
import { verify } from '../db/verify/verify.ts'
import { applyReading } from '../src/commands/apply.ts'
import { OnRecordError } from '../src/model/errors.ts'
import type { ReadEntity } from '../src/model/reading.ts'
import * as vocabulary from '../src/model/vocabulary.ts'
import { refusalOf } from './refused.ts'
import { dump, enter, entityRow, scratch, soundDump, withGraph } from './graph-dump.ts'
import { draftOf, threeArticles, type Article } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)

const three = threeArticles()

describe('what is refused stores nothing', () => {
  const [good] = three
  const refuses = (article: Article, code: string, sentence: RegExp): void => withGraph(folder, [three[1]], graph => {
    const before = dump(graph)
    const { dataVersion } = statistics(graph)
    const error = refusalOf(() => enter(graph, article))
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
      expect(refusalOf(() => enter(graph, other))).toMatchObject({ code: 'BAD_TEXT', message: expect.stringContaining('change a character of the text') })
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
    const alone = soundDump(folder, three)
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

  test('have room for the pages that they change, which a change of one gives back', () => {
    withGraph(folder, [], graph => {
      const room = (): number => -(graph.one<{ cache_size: number }>(sql`PRAGMA cache_size`)?.cache_size ?? 0)
      const alone = room()
      applyAll(graph, three, '2026-01-01T00:00:00.000Z')
      expect(room()).toBeGreaterThan(alone + 2 * 100)
      enter(graph, three[0]!)
      expect(room()).toBeLessThan(alone + 2 * 200)
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
      expect(entityRow(graph, 'anna-berg')).toMatchObject({ mentions: 260, articles: 260 })
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
      expect(entityRow(graph, 'ada-vell')).toMatchObject({ mentions: 6, statements: 2, said_about: 1, relationships: 5, articles: 3 })
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

test('who turns out to be of another country speaks for that one from then on, also what others said with her', () => {
  const said = (title: string, country: string, publishedOn: string) => draftOf([title, 'Ada Vell and Bo Tarn agreed that all is well.'], { publishedOn })
    .entity('land', 'COUNTRY', country, { background: ['name'] })
    .entity('vell', 'PERSON', 'Ada Vell', { country: 'land' }, 'Ada Vell')
    .entity('tarn', 'PERSON', 'Bo Tarn', {}, 'Bo Tarn')
    .statement('s', 'all is well', { speakers: ['vell', 'tarn'], madeOn: publishedOn }).done()
  withGraph(folder, [said('First', 'Norland', '2014-05-01')], graph => {
    const spoken = () => graph.all<{ row: string }>(sql`SELECT concat_ws(' ', e.slug, coalesce(c.slug, 'everybody'), k.year, k.n) AS row FROM spoken k
      JOIN entity e ON e.id = k.entity_id LEFT JOIN entity c ON c.id = k.country_id ORDER BY 1`).map(each => each.row)
    const both = (rest: string) => ['ada-vell', 'bo-tarn'].map(slug => `${slug} ${rest}`)
    expect(spoken()).toEqual([...both('everybody 2014 1'), ...both('norland 2014 1')].sort())
    const later = said('Later', 'Sudland', '2016-02-03')
    enter(graph, later)
    expect(spoken()).toEqual(['everybody', 'sudland'].flatMap(whose => [...both(`${whose} 2014 1`), ...both(`${whose} 2016 1`)]).sort())
    expect(verify(graph)).toEqual([])
    remove(graph, later.reading.sha256)
    expect(spoken()).toEqual([...both('everybody 2014 1'), ...both('norland 2014 1')].sort())
  })
})

test('a reviewed Reading that is given with its text leaves what the graph knows of the article', () => {
  const [name = ''] = readdirSync('seed/readings').map(file => file.replace('.json', ''))
  const file = folder.path('reviewed.db')
  const [reading, text, metadata] = [`seed/readings/${name}.json`, `seed/articles/${name}.txt`, `seed/articles/${name}.json`]
  expect(applyReading(file, reading, { text, metadata })).toBe(0)
  const described = (): unknown => {
    const graph = openForWriting(file)
    const row = graph.all(sql`SELECT title, publisher, author, url, published_on, supplied FROM article`)
    graph.close()
    return row
  }
  const before = described()
  expect(before).toMatchObject([{ published_on: '2015-11-16' }])
  expect(applyReading(file, reading, { text })).toBe(0)
  expect(described()).toEqual(before)
})
