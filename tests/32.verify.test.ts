// `verify` is silent on a sound file and names each falsehood. Every one is put there behind its back, by the engine itself.
import { copyFileSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openForWriting } from '../db/file/open.ts'
import { verify } from '../db/verify/verify.ts'
import { copySeed } from './seeded.ts'
import { foldName } from '../src/model/keys.ts'
import { verifyDatabase } from '../src/commands/verify.ts'
import { enter, scratch } from './graph-dump.ts'
import { threeArticles } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)
const sound = folder.path('sound.db')
const three = threeArticles()

beforeAll(() => {
  const graph = openForWriting(sound)
  for (const article of three) enter(graph, article)
  graph.close()
})

/** What `verify` finds once the statements have been run, without the checks that would stop them. */
function findingsAfter(...statements: readonly string[]): string[] {
  const path = folder.path('tampered.db')
  copyFileSync(sound, path)
  const engine = new Sqlite(path)
  engine.pragma('foreign_keys = OFF')
  engine.pragma('ignore_check_constraints = ON')
  engine.function('fold', { deterministic: true }, text => foldName(String(text)))
  for (const statement of statements) expect(engine.prepare(statement).run().changes, statement).toBeGreaterThan(0)
  engine.close()
  const graph = openForWriting(path, { pagesChecked: false })
  try {
    return verify(graph).map(({ check, message }) => `${check}: ${message}`)
  } finally {
    graph.close()
    rmSync(path)
  }
}

test('a sound file is not complained of', () => {
  const path = folder.path('seed.db')
  copySeed(path)
  for (const file of [sound, path]) {
    const graph = openForWriting(file)
    expect(verify(graph)).toEqual([])
    graph.close()
  }
})

const summit = "(SELECT id FROM article WHERE slug LIKE 'ada-vell-meets%')"
const said = "(SELECT id FROM statement WHERE label = 'said')"
const vell = "(SELECT id FROM entity WHERE slug = 'ada-vell')"

describe('what is false is named', () => {
  test.each<[string, RegExp, readonly string[]]>([
    ['a text that was changed', /^article: ada-vell-meets\S+: its text hashes to [0-9a-f]{64}, not to [0-9a-f]{64}\.$/,
      [`UPDATE article SET text = replace(text, 'Lund', 'Land') WHERE id = ${summit}`]],
    ['a mention that was shifted', /^article: ada-vell.*: the (key|text) of mention \S+ is /,
      [`UPDATE mention SET start = start + 1, end = end + 1 WHERE text = 'Lund' AND article_id = ${summit}`]],
    ['a mention with other words', /^article: .* the text of mention \S+ is "Oslo", expected "Lund"\.$/,
      [`UPDATE mention SET text = 'Oslo' WHERE text = 'Lund' AND article_id = ${summit}`]],
    ['a mention that means somebody else', /^entity: The alias "Bo Tarn" of (ada-vell|bo-tarn) is kept with other counts/,
      [`UPDATE mention SET entity_id = ${vell} WHERE text = 'Bo Tarn' AND article_id = ${summit}`]],
    ['a mention of an entity that the article does not speak of', /^article: .*: it mentions "Lund", but speaks not of the entity/,
      [`UPDATE mention SET entity_id = (SELECT id FROM entity WHERE slug = 'bridge-bombing') WHERE text = 'Lund' AND article_id = ${summit}`,
        `DELETE FROM appearance WHERE article_id = ${summit} AND entity_id = (SELECT id FROM entity WHERE slug = 'bridge-bombing')`]],
    ['a statement with other words', /^article: .* the text of statement \S+ is "the army slept", expected "the Vell army bombed the bridge"\.$/,
      [`UPDATE statement SET text = 'the army slept' WHERE id = ${said}`]],
    ['a statement whose content was shifted', /^article: .* the key of statement \S+ is /, [`UPDATE statement SET content = '[[90,95]]' WHERE id = ${said}`]],
    ['a statement without content', /^article: .*has no content/, [`UPDATE statement SET content = '[]' WHERE id = ${said}`]],
    ['a statement with a quotation outside its content', /^article: .*The quotation at 0 to 3 lies in no span of the content/,
      [`UPDATE statement SET quotations = '[[0,3]]' WHERE id = ${said}`]],
    ['a statement with passages of another shape', /^article: .*of a shape that nothing reads/, [`UPDATE statement SET content = '{"a":1}' WHERE id = ${said}`]],
    ['a statement of another act', /^article: .* the key of statement/, [`UPDATE statement SET act = 'DENY' WHERE id = ${said}`]],
    ['a statement put into another mouth', /^article: .*: the tie (\S+ \S+|.*) (is missing|rests on nothing)/,
      [`UPDATE statement_entity SET entity_id = ${vell} WHERE role = 'SPEAKER' AND statement_id = (SELECT id FROM statement WHERE label = 'told' AND article_id = ${summit})`]],
    ['a statement whose speaker was lost', /^article: .*is EXPLICIT and has no speaker/, [`DELETE FROM statement_entity WHERE role = 'SPEAKER' AND statement_id = ${said}`]],
    ['a statement that somebody is said to have made on another day', /^article: .*: the people of statement \S+ stand at another place or day than it\.$/,
      [`UPDATE statement_entity SET made_on = '2001-01-01' WHERE statement_id = ${said}`]],
    ['a statement in another sentence', /^article: .* the sentence of statement \S+ is 1, expected 3\.$/, [`UPDATE statement SET sentence = 1 WHERE id = ${said}`]],
    ['a statement with a voice that is not its own', /^(integrity: CHECK constraint failed in statement|article: .* the voice of statement)/, [`UPDATE statement SET voice = 'CLAIMED' WHERE id = ${said}`]],
    ['evidence outside the text', /^article: .*at \/relationships\/\d+\/evidence\/0: The text has/, [`UPDATE relationship SET evidence = '[[10,99999]]' WHERE label = 'left early'`]],
    ['no evidence', /^(integrity|article): /, [`UPDATE relationship SET evidence = '[]' WHERE label = 'left early'`]],
    ['a relationship of other parts than its key is made of', /^article: .* the key of relationship \S+ is /, [`UPDATE relationship SET type = 'ASSAULT' WHERE label = 'met Mr Tarn'`]],
    ['a claim that is told as fact', /^(integrity: CHECK constraint failed in relationship|article: .*The voice is ARTICLE and `statement` is)/,
      [`UPDATE relationship SET voice = 'ARTICLE' WHERE label = 'bombed the bridge'`]],
    ['a claim that lost its claimant', /^article: .* the key of relationship/, [`UPDATE relationship SET voice = 'ARTICLE', statement_id = NULL WHERE label = 'bombed the bridge'`]],
    ['a claim that is told as presupposed', /^article: .* the key of relationship/, [`UPDATE relationship SET voice = 'PRESUPPOSED' WHERE label = 'bombed the bridge'`]],
    ['an event that nobody claims any more', /^entity: The voice of bridge-bombing is "PRESUPPOSED"; the articles say "ARTICLE"\.$/,
      [`UPDATE entity SET voice = 'PRESUPPOSED', statement_id = ${said} WHERE slug = 'bridge-bombing'`]],
    ['an event dated by other words', /^entity: The dated of lund-summit is /, [`UPDATE entity SET dated = json_set(dated, '$.start', 3) WHERE slug = 'lund-summit'`]],
    ['an event dated by words that the text has not', /^article: .*at \/entities\/\d+\/dated \(lund-summit\): The text has/,
      [`UPDATE attribute SET value = json_set(value, '$.dated.end', 99999) WHERE field = 'when' AND article_id = ${summit}`,
        `UPDATE entity SET dated = json_set(dated, '$.end', 99999) WHERE slug = 'lund-summit'`]],
    ['a description that no article gives', /^entity: The description of ada-vell is "a liar"; the articles say "a poet"\.$/, [`UPDATE entity SET description = 'a liar' WHERE slug = 'ada-vell'`]],
    ['background that is shown as an article’s word', /^entity: The background of norland is "\[\]"/, [`UPDATE entity SET background = '[]' WHERE slug = 'norland'`]],
    ['a country that is another', /^entity: The country_id of ada-vell is /, [`UPDATE entity SET country_id = (SELECT id FROM entity WHERE slug = 'sudland') WHERE slug = 'ada-vell'`]],
    ['a slug that is another', /^article: .* the slug of entity ada-vell is "ada", expected "ada-vell"\.$/, [`UPDATE entity SET slug = 'ada' WHERE slug = 'ada-vell'`]],
    ['a key that is another', /^article: .*: the key of entity ada is "ada", expected "ada-vell"\.$|^article: .*entity ada/, [`UPDATE entity SET key = 'ada' WHERE slug = 'ada-vell'`]],
    ['an alias counted wrongly', /^entity: The alias "Mr Tarn" of bo-tarn is kept with other counts, or another first mention, than the articles give it\.$/, [`UPDATE alias SET uses = uses + 1 WHERE name = 'Mr Tarn'`]],
    ['a name that is first elsewhere', /^entity: The alias "Mr Tarn" of bo-tarn is kept with other counts, or another first mention/, [`UPDATE alias SET first = 'x' WHERE name = 'Mr Tarn'`]],
    ['an alias that nobody uses', /^entity: The alias "Bobby" of bo-tarn is kept/,
      [`INSERT INTO alias (entity_id, name, folded, uses, given, first) SELECT id, 'Bobby', 'bobby', 1, 0, 'x' FROM entity WHERE slug = 'bo-tarn'`]],
    ['an alias that is searched by other words', /^(search index|entity): .*(alias_text|"Mr Tarn" is searched as "x", expected "mr tarn")/, [`UPDATE alias SET folded = 'x' WHERE name = 'Mr Tarn'`]],
    ['a count of an entity', /^entity: The entity ada-vell counts 99 said_about; it has 1\.$/, [`UPDATE entity SET said_about = 99 WHERE slug = 'ada-vell'`]],
    ['a count of the whole graph', /^counts: The file counts 7 rows of mention; it has \d+\.$/, [`UPDATE statistic SET value = 7 WHERE name = 'mention'`]],
    ['a count of a kind', /^counts: The file counts 7 rows of entity\.PERSON; it has 5\.$/, [`UPDATE statistic SET value = 7 WHERE name = 'entity.PERSON'`]],
    ['a count of mentions in one article', /^article: .* the mentions of entity ada-vell is 0, expected 3\.$/, [`UPDATE appearance SET mentions = 0 WHERE entity_id = ${vell} AND article_id = ${summit}`]],
    ['a tie that is missing', /^article: .*: the tie ada-vell bo-tarn 1 1 \S+ is missing\.$/, [`DELETE FROM tie WHERE from_id = ${vell} AND forwards = 1 AND to_id = (SELECT id FROM entity WHERE slug = 'bo-tarn')`]],
    ['somebody who said something about another', /^pairs: What \d+ said about \d+ is kept otherwise than it is\.$/, ['DELETE FROM said_about']],
    ['a day of what somebody said about another', /^pairs: What \d+ said about \d+ is kept otherwise than it is\.$/, ["UPDATE said_about SET made_on = '1999'"]],
    ['a statement too many of a speaker', /^entity: Of \S+ other numbers of statements are kept( for \d{4})? than there are\.$/, ['UPDATE spoken SET n = n + 1 WHERE country_id = 0']],
    ['a speaker of a country that is not hers', /^entity: Of \S+ other numbers of statements are kept( for \d{4})? than there are\.$/, ['DELETE FROM spoken WHERE country_id <> 0']],
    ['neighbours with one tie too many', /^tie: The ties between \d+ and \d+ are counted otherwise than they are\.$/, [`UPDATE neighbour SET weight = weight + 1 WHERE from_id = ${vell}`]],
    ['a tie that stands for nothing', /^tie: The tie \d+ \d+ at \S+ stands for nothing that is said\.$/, [`UPDATE tie SET sort = sort || 'x' WHERE from_id = ${vell}`]],
    ['a tie to somebody else', /^article: .*: the tie \S+ \S+ [01] [01] \S+ (is missing|rests on nothing that is said)\.$/, [`UPDATE tie SET to_id = (SELECT id FROM entity WHERE slug = 'lund') WHERE from_id = ${vell} AND to_id = (SELECT id FROM entity WHERE slug = 'bo-tarn')`]],
    ['a row of a search index that is missing', /^search index: statement_text does not say of statement what its rows say\.$/, [`INSERT INTO statement_text (statement_text, rowid, text, mended) SELECT 'delete', id, text, mended FROM statement WHERE id = ${said}`]],
    ['a reference to a row that is not there', /^foreign keys: Row \d+ of statement refers to a row of entity that is not there\.$/, [`UPDATE statement SET via_id = 9999 WHERE id = ${said}`]],
    ['a mention of nobody', /^foreign keys: Row \d+ of mention refers to a row of entity that is not there\.$/, [`UPDATE mention SET entity_id = 9999 WHERE text = 'Lund' AND article_id = ${summit}`]],
    ['an entity of which no article speaks', /^entity: No article speaks of stranger\.$/,
      [`INSERT INTO entity (key, slug, named, kind, name, folded) VALUES ('stranger', 'stranger', 1, 'PERSON', 'Stranger', 'stranger')`]],
    ['a match in one direction only', /^entity: .* may be .*, but not the other way round\.$/, [`DELETE FROM possible_match WHERE entity_id = (SELECT id FROM entity WHERE slug = 'the-guard')`]],
    ['an article at another place in the order', /^article: .* the sort of article \S+ is "0", expected /, [`UPDATE article SET sort = '0' WHERE id = ${summit}`]],
    ['an article that counts otherwise', /^article: .* the statements of article \S+ is 9, expected 4/, [`UPDATE article SET statements = 9 WHERE id = ${summit}`]],
    ['an article with a date of no calendar', /^article: .*"2015-13" is no date of the calendar/, [`UPDATE article SET published_on = '2015-13' WHERE id = ${summit}`]],
    ['sentences that overlap', /^article: .*expected sentences in the order of the text, not overlapping/, [`UPDATE sentence SET end = end + 2 WHERE position = 1 AND article_id = ${summit}`]],
    ['a mark in no sentence', /^article: .* begins in no sentence/, [`DELETE FROM sentence WHERE position = 2 AND article_id = ${summit}`]],
    ['a word of an article about somebody of whom it does not speak', /^article: .*: it says the \S+ of lund-summit, of which it does not speak at that place\.$/,
      [`UPDATE attribute SET article_id = (SELECT id FROM article WHERE slug LIKE 'norland-denies%') WHERE entity_id = (SELECT id FROM entity WHERE slug = 'lund-summit')`]],
    ['a word of an article at the place of another', /^article: .*: it says the description of ada-vell, of which it does not speak at that place\.$/,
      [`UPDATE attribute SET sort = sort || 'x' WHERE field = 'description' AND rank = 1`]],
    ['a claim’s date that is kept as an article’s word', /^article: .*: the rank of when of bridge-bombing is 0, expected 2\.$/, [`UPDATE attribute SET rank = 0 WHERE field = 'when' AND rank = 2`]],
    ['attributes that are no JSON', /^entity: A row holds what nothing reads, so that this check could not be finished: malformed JSON\.$/, [`UPDATE attribute SET value = '"a poet' WHERE field = 'description'`]],
    ['attributes of another shape', /^entity: A row holds what nothing reads/, [`UPDATE attribute SET value = '["a", "b"]' WHERE field = 'country'`]],
    ['metadata that are no JSON', /^article: .*of a shape that nothing reads/, [`UPDATE article SET supplied = '[' WHERE id = ${summit}`]],
    ['statements that are known through each other', /^article: .*at \/statements\/\d+\/reportedIn .*leads back to itself by way of/,
      [`UPDATE statement SET reported_in_id = id, voice = 'CLAIMED' WHERE id = ${said}`]],
    ['a remark at another place', /^article: .*: the remark "It is not said who is close\." stands at another place than its words\.$/,
      [`UPDATE remark SET sort = (SELECT sort FROM article WHERE id = remark.article_id) || 'zzzz' WHERE start > 0 AND article_id = ${summit}`]],
    ['a confidence beyond one', /^(integrity: CHECK constraint failed in mention|article: .*The confidence is 2)/, [`UPDATE mention SET confidence = 2 WHERE text = 'Lund' AND article_id = ${summit}`]],
  ])('%s', (_, wanted, statements) => {
    const findings = findingsAfter(...statements)
    expect(findings.join('\n')).toMatch(new RegExp(wanted.source, 'm'))
    expect(findings.every(finding => /^[a-z ]+: [^\n]+$/.test(finding))).toBe(true)
  })
})

describe('the command', () => {
  afterEach(() => vi.restoreAllMocks())
  const run = (path: string): { code: number; printed: string } => {
    const lines: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation(line => lines.push(String(line)) > 0)
    return { code: verifyDatabase(path), printed: lines.join('') }
  }

  test('says that a sound file is sound, and ends with 0', () => {
    expect(run(sound)).toEqual({ code: 0, printed: `${sound} is sound.\n` })
  })

  test('prints each falsehood in a line, counts them, and ends with 1', () => {
    const path = folder.path('false.db')
    copyFileSync(sound, path)
    const engine = new Sqlite(path)
    engine.exec("UPDATE statistic SET value = 7 WHERE name IN ('mention', 'remark')")
    engine.close()
    const { code, printed } = run(path)
    expect(code).toBe(1)
    expect(printed).toMatch(/^counts: [^\n]+\ncounts: [^\n]+\n\S+: 2 found wrong\. Put a backup back, or build it anew with "onrecord seed --force"\.\n$/)
  })
})
