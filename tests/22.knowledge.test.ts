// Laws on what the reader knows of the world, and the look-ups over it.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { array, assert, constantFrom, oneof, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seedArticles } from '../seed/seed-articles.ts'
import { knowledge } from '../src/knowledge.ts'
import { slugOf } from '../src/model/keys.ts'
import { gazetteerOf, type GazetteerEntry } from '../src/reading/gazetteer.ts'
import { organisationTypes, placeTypes, titleKinds } from '../src/reading/knowledge.ts'
import { foldWord } from '../src/reading/known-phrases.ts'
import { interned, remembered } from '../src/reading/remembered.ts'
import { spellingOf } from '../src/reading/spelling.ts'
import { wordsOf } from '../src/reading/words.ts'
import { anyString } from './any-character.ts'

const { countries, organisations, places, offices, givenNames } = knowledge
const folder = new URL('../src/knowledge/', import.meta.url)
const gazetteer = gazetteerOf(knowledge)
const cut = (text: string): readonly string[] => wordsOf(text, { start: 0, end: text.length }).map(word => word.text)

/** What a text's words, from the first on, are known as: "PLACE Moscow name". */
const known = (text: string): readonly string[] => {
  const match = gazetteer.match(cut(text), 0)
  return match?.entries.map(entry => `${match.length} ${entry.kind} ${entry.name} ${entry.by}${entry.plural ? ' plural' : ''}${entry.ambiguous ? '?' : ''}`) ?? []
}
const repeated = (all: readonly string[]): readonly string[] => all.filter((each, index) => all.indexOf(each) !== index)

/** ISO 3166-1 alpha-2 of the members of the United Nations. */
const members = `AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ
  DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ
  LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS
  RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW`
  .split(/\s+/u).filter(code => code !== 'VA')

describe('the data', () => {
  test('every file says where it is from and under which licence, and all are small', () => {
    const files = readdirSync(folder)
    expect(files).toEqual(['countries.json', 'given-names.json', 'offices.json', 'organisations.json', 'places.json'])
    for (const file of files) {
      const { source, licence } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { source: string; licence: string }
      expect(source).toMatch(/^Written for On Record/u)
      expect(licence).toBe('CC0-1.0')
    }
    expect(files.reduce((bytes, file) => bytes + statSync(new URL(file, folder)).size, 0)).toBeLessThan(600_000)
  })

  test('the 193 members of the United Nations are there', () => {
    expect(members).toHaveLength(193)
    const codes = new Set(countries.map(country => country.iso2))
    expect(members.filter(code => !codes.has(code))).toEqual([])
    expect(countries.filter(({ iso2, iso3 }) => !/^[A-Z]{2}$/u.test(iso2) || !/^[A-Z]{3}$/u.test(iso3))).toEqual([])
  })

  test('no two of a kind have one slug, one code or one Wikidata id', () => {
    for (const all of [countries, organisations, places]) expect(repeated(all.map(each => slugOf(each.name)))).toEqual([])
    expect(repeated(countries.map(country => country.iso2))).toEqual([])
    expect(repeated(countries.map(country => country.iso3))).toEqual([])
    const ids = [...countries, ...organisations].flatMap(each => each.wikidataId ?? [])
    expect(repeated(ids)).toEqual([])
    expect(ids.filter(id => !/^Q[1-9]\d*$/u.test(id))).toEqual([])
  })

  test('the closed sets are closed', () => {
    expect(new Set(organisations.map(each => each.type))).toEqual(new Set(organisationTypes))
    expect(new Set(places.map(each => each.type))).toEqual(new Set(placeTypes))
    expect(new Set(offices.titles.map(each => each.kind))).toEqual(new Set(titleKinds))
    expect([...offices.titles, ...offices.honorifics].filter(({ gender }) => gender !== undefined && gender !== 'f' && gender !== 'm')).toEqual([])
  })

  test('every country and every whole that is named exists', () => {
    const codes = new Set(countries.map(country => country.iso2))
    const named = [...organisations.flatMap(each => [each.country, each.speaksFor]), ...places.map(each => each.country), ...countries.map(each => each.territoryOf)]
    expect(named.filter(code => code !== undefined && !codes.has(code))).toEqual([])
    const names = new Map(organisations.map(each => [each.name, each]))
    expect(organisations.filter(each => each.partOf !== undefined && !names.has(each.partOf))).toEqual([])
    const wholes = (name: string | undefined): number => (name === undefined ? 0 : 1 + wholes(names.get(name)?.partOf))
    expect(Math.max(...organisations.map(each => wholes(each.partOf)))).toBeLessThan(4)
  })

  test('every capital is a place of its country, or the country itself', () => {
    const here = new Set(places.map(place => `${place.country} ${place.name}`))
    expect(countries.filter(each => each.capital !== undefined && each.capital !== each.name && !here.has(`${each.iso2} ${each.capital}`))).toEqual([])
  })

  test('what is ambiguous is one of its names', () => {
    const stray = [...countries, ...organisations, ...places].flatMap(each => {
      const own = new Set([each.name, ...(each.aliases ?? []), ...('demonyms' in each ? each.demonyms ?? [] : []), ...('members' in each ? each.members ?? [] : [])])
      return (each.ambiguous ?? []).filter(name => !own.has(name))
    })
    expect(stray).toEqual([])
  })

  test('a name that two things bear is ambiguous for each', () => {
    const bearers = new Map<string, GazetteerEntry[]>()
    for (const each of [...countries, ...organisations, ...places]) {
      for (const name of [each.name, ...(each.aliases ?? []), ...('demonyms' in each ? each.demonyms ?? [] : []), ...('members' in each ? each.members ?? [] : [])]) {
        bearers.set(name, [...(gazetteer.match(cut(name), 0)?.entries ?? [])])
      }
    }
    // A capital is a city and its country's government at once; nothing is unclear about that.
    const unclear = [...bearers].filter(([, all]) => all.filter(each => each.by !== 'capital').length > 1 && all.some(each => !each.ambiguous && each.by !== 'capital'))
    expect(unclear.map(([name, all]) => `${name}: ${all.map(each => each.name).join(', ')}`)).toEqual([])
    expect([...bearers].filter(([, all]) => all.length === 0)).toEqual([])
  })

  test('the countries and the organisations of the seed are known by the same names and facts', () => {
    const named = seedArticles().flatMap(({ reading }) => reading.entities).filter(each => each.named && (each.kind === 'COUNTRY' || each.kind === 'ORGANISATION'))
    expect(named.length).toBeGreaterThan(10)
    for (const { kind, name, iso2, iso3, capital, demonyms, wikidataId } of named) {
      const entry = [...countries, ...organisations].find(each => each.name === name)
      expect(entry, name).toBeDefined()
      if (kind === 'COUNTRY') expect(entry).toMatchObject({ iso2, iso3, capital, demonyms: expect.arrayContaining([...demonyms!]) })
      if (wikidataId) expect(entry).toMatchObject({ wikidataId })
    }
  })

  test('a given name is usually a woman’s, a man’s, or either’s: one of the three', () => {
    const names = [givenNames.f, givenNames.m, givenNames.u].map(lines => lines.flatMap(line => line.split(' ')))
    expect(repeated(names.flat())).toEqual([])
    expect(names.flat().length).toBeGreaterThan(2_500)
  })
})

describe('the gazetteer', () => {
  test('finds the longest name', () => {
    expect(known('New York Times reporters')).toEqual(['3 ORGANISATION New York Times name'])
    expect(known('New York is large')).toEqual(['2 PLACE New York City alias'])
    expect(known('South Korean officials')).toEqual(['2 COUNTRY South Korea demonym'])
    expect(known('European Union leaders')).toEqual(['2 ORGANISATION European Union name'])
  })

  test('finds each name and title inside a sentence, as a text has it', () => {
    const names = [...countries, ...organisations, ...places].flatMap(each => [each.name, ...(each.aliases ?? [])])
    expect(names.filter(name => {
      const words = cut(`They say ${name} has it.`)
      return gazetteer.match(words, 2)?.length !== words.length - 5
    })).toEqual([])
    const titles = offices.titles.flatMap(each => [each.name, ...(each.aliases ?? [])])
    expect(titles.filter(title => {
      const words = cut(`They say ${title} Zweig has it.`)
      return gazetteer.titleAt(words, 2)?.length !== words.length - 6
    })).toEqual([])
  })

  test('takes a capital for the city and for the government', () => {
    expect(known('Moscow denied it')).toEqual(['1 COUNTRY Russia capital', '1 PLACE Moscow name'])
    expect(known('Kiev said')).toEqual(['1 COUNTRY Ukraine capital', '1 PLACE Kyiv alias'])
  })

  test('rolls a seat up to whom it speaks for', () => {
    const kremlin = gazetteer.match(['Kremlin'], 0)?.entries[0]
    expect(kremlin?.kind === 'ORGANISATION' && kremlin.known.speaksFor).toBe('RU')
    expect(gazetteer.countryOf('RU')?.name).toBe('Russia')
    expect(gazetteer.organisationOf('US Senate')?.partOf).toBe('US Congress')
  })

  test('knows people by their country, party and movement, one or many', () => {
    expect(known('Spaniards voted')).toEqual(['1 COUNTRY Spain demonym plural'])
    expect(known('Frenchmen')).toEqual(['1 COUNTRY France demonym plural'])
    expect(known('Republicans')).toEqual(['1 ORGANISATION Republican Party demonym plural'])
    expect(known('Houthi')).toEqual(['1 ORGANISATION Houthis demonym'])
    expect(known('Chineses')).toEqual([])
  })

  test('an abbreviation needs its capitals, with or without full stops; a word needs its first', () => {
    expect(known('U.S. troops')).toEqual(['1 COUNTRY United States alias'])
    expect(known('US troops')).toEqual(known('U.S. troops'))
    expect(known('Us too')).toEqual([])
    expect(known('us')).toEqual([])
    expect(known('Let it be')).toEqual([])
    expect(known('IS claimed it')).toEqual(['1 ORGANISATION Islamic State alias?'])
    expect(known('turkey')).toEqual([])
    expect(known('TURKEY VOTES')).toEqual(['1 COUNTRY Turkey name'])
    expect(known('apple')).toEqual([])
    expect(known('Apple fell')).toEqual(['1 ORGANISATION Apple name?'])
  })

  test('reads over accents, apostrophes and hyphens', () => {
    expect(known('Élysée')).toEqual(known('Elysee'))
    expect(known('Al Qaeda')).toEqual(['2 ORGANISATION al-Qaeda name'])
    expect(known('al-Qaeda')).toEqual(['1 ORGANISATION al-Qaeda name'])
    expect(known('People’s Liberation Army')).toEqual(["4 ORGANISATION People's Liberation Army name"])
    expect(known('Washington, D.C.')).toEqual(['3 COUNTRY United States capital', '3 PLACE Washington, D.C. name'])
  })

  test('finds titles in any case, with what stands before them', () => {
    const title = (text: string): string => {
      const match = gazetteer.titleAt(cut(text), 0)
      return match ? [match.length, ...match.modifiers.map(each => each.name), match.title.name, match.title.kind].join(' ') : ''
    }
    expect(title('Lt. Col. Smith')).toBe('2 Lieutenant Colonel MILITARY')
    expect(title('former foreign minister Ann Lee')).toBe('3 Former Foreign Minister MINISTER')
    expect(title('Vice President')).toBe('2 Vice President HEAD_OF_STATE')
    expect(title('deputy defense secretary')).toBe('3 Deputy Defence Secretary MINISTER')
    expect(title('spokeswoman')).toBe('1 Spokeswoman SPOKESPERSON')
    expect(title('former house')).toBe('')
    expect(gazetteer.titleAt(['spokeswoman'], 0)?.title.gender).toBe('f')
    expect(gazetteer.titleAt(['former', 'president'], 0)?.modifiers[0]?.past).toBe(true)
    expect(gazetteer.honorificAt(['Mrs.', 'Lee'], 0)).toMatchObject({ name: 'Mrs', gender: 'f' })
  })

  test('knows given names, their usual gender, and what they are shortened to', () => {
    expect(['Vladimir', 'Angela', 'Robin', 'Jean-Claude', 'Xylophone'].map(gazetteer.genderOf)).toEqual(['m', 'f', undefined, 'm', undefined])
    expect(['Fatima', 'fatima', 'Robin', 'Xylophone'].map(gazetteer.isGivenName)).toEqual([true, false, true, false])
    expect(gazetteer.sameGivenName('Joe', 'Joseph')).toBe(true)
    expect(gazetteer.sameGivenName('Bill', 'Will')).toBe(true)
    expect(gazetteer.sameGivenName('V.', 'Vladimir')).toBe(true)
    expect(gazetteer.sameGivenName('Joe', 'Jane')).toBe(false)
    expect(gazetteer.sameGivenName('', '')).toBe(false)
  })

  test('any words at all are survived, and what is found lies among them', () => {
    assert(property(array(oneof(anyString(), constantFrom('New', 'US', 'constructor', '__proto__', 'President', 'former', '.', "'s")), { maxLength: 20 }), words => {
      for (const at of words.keys()) {
        const found = [gazetteer.match(words, at), gazetteer.titleAt(words, at)].filter(each => each !== undefined)
        expect(found.filter(each => each.length < 1 || at + each.length > words.length)).toEqual([])
        gazetteer.honorificAt(words, at)
        gazetteer.genderOf(words[at]!)
        gazetteer.sameGivenName(words[at]!, words[0]!)
      }
    }))
    expect(foldWord('x'.repeat(1_000_000))).toBe('')
  })

  test('a spelling tells where a name may begin and a clitic ends, the same whether it was met before or not', () => {
    const told = (word: string): unknown[] => { const { text, capital, opensName, stem } = spellingOf(word); return [text, capital, opensName, stem] }
    const words = ['Hale’s', 'al-Assad', 'd’Artois', 'the', '2016', 'said', 'constructor', '__proto__']
    const expected = [['Hale’s', true, true, 4], ['al-Assad', true, true, 0], ['d’Artois', true, true, 0], ['the', false, true, 0], ['2016', false, true, 0], ['said', false, false, 0], ['constructor', false, false, 0], ['__proto__', false, false, 0]]
    expect(words.map(told)).toEqual(expected)
    expect(words.map(told)).toEqual(expected)
    expect(spellingOf('said')).toBe(spellingOf(['sa', 'id'].join('')))
    expect(spellingOf('x'.repeat(1_000))).not.toBe(spellingOf('x'.repeat(1_000)))
  })

  test.each(['Hale', 'x', 'al-Assad', 'don’t', 'D-N.Y.', 'U.S.', 'J.', 'O’Neill', 'Café', 'caf\u0301e', 'AT&T', 'G20', 'covid19', '7th', 'Mr.'])('%s is cut alike before a space, a comma and the end of a line', word => {
    const alone = cut(`${word}\n`)
    expect([' ', ',', ' “', '\t'].map(behind => cut(`${word}${behind}`).slice(0, alone.length))).toEqual([alone, alone, alone, alone])
  })

  test.each(['word', 'al-Assad', '7', '__proto__', 'constructor', '', '👩'])('an interned %j is what it was', word => {
    expect(interned(word)).toBe(word)
  })

  test('what was made of words is kept for so many of them, and for no long ones', () => {
    const made: string[] = []
    const upper = remembered(words => { made.push(words); return words.toUpperCase() }, 2)
    const long = 'x'.repeat(1_000)
    expect(['a', 'b', 'a', long, long, 'a'].map(upper)).toEqual(['A', 'B', 'A', long.toUpperCase(), long.toUpperCase(), 'A'])
    expect(made).toEqual(['a', 'b', long, long])
    expect([upper('c'), upper('a')]).toEqual(['C', 'A'])
    expect(made.slice(4)).toEqual(['c', 'a'])
  })
})
