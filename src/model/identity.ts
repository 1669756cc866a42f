// What makes an entity, mention, statement or relationship that one and no other: keys from what is identified, the same after every
// rebuild and whatever order articles arrive in. Two parts of one Reading with the same key would be one part: check-identity.ts.
import { articleDigits, cutSlug, keyOf, sha256, slugOf, wordsOfSlug } from './keys.ts'
import type { Mark, Span } from './passage.ts'
import type { ReadEntity, ReadMention, ReadRelationship, ReadStatement, Reading } from './reading.ts'

export interface Identity {
  readonly key: string
  readonly slug: string
}

/** The keys of a Reading's entities and statements by their `ref`, and those of its relationships in their order. */
export interface Keys {
  readonly entities: ReadonlyMap<string, Identity>
  readonly statements: ReadonlyMap<string, string>
  readonly relationships: readonly string[]
}

/** Of Readings in use: checking one and storing it ask for the same. */
const made = new WeakMap<Reading, Keys>()

export function keysOf(reading: Reading): Keys {
  const known = made.get(reading)
  if (known) return known
  const keys = makeKeys(reading)
  made.set(reading, keys)
  return keys
}

function makeKeys(reading: Reading): Keys {
  const firsts = firstMentions(reading.mentions)
  const entities = new Map(reading.entities.map(entity => [entity.ref, entityIdentity(reading.sha256, entity, firsts.get(entity.ref))]))
  const statements = new Map(reading.statements.map(statement => [statement.ref, statementKey(reading.sha256, statement)]))
  return { entities, statements, relationships: reading.relationships.map(each => relationshipKey(reading.sha256, each, entities, statements)) }
}

/** An article by its text; the title makes its slug readable. */
export function articleIdentity(sha256: string, title: string): Identity {
  return { key: sha256, slug: `${slugOf(title)}-${sha256.slice(0, articleDigits)}` }
}

/** A mention by its article and place, both to be read from the key, which therefore needs no index. */
export function mentionKey(sha256: string, { start, end }: Span): string {
  return `${sha256.slice(0, articleDigits)}.${start}-${end}`
}

/** What `mentionKey` was made of; null where it was not. */
export function placeOfMention(key: string): { readonly digits: string; readonly start: number; readonly end: number } | null {
  const [, digits, start, end] = /^([0-9a-f]{12})\.(0|[1-9]\d{0,6})-([1-9]\d{0,6})$/.exec(key) ?? []
  return digits === undefined ? null : { digits, start: Number(start), end: Number(end) }
}

/** A relationship by its article, evidence and parts, and the statement that claims it. */
function relationshipKey(sha256: string, relationship: ReadRelationship, entities: Keys['entities'], statements: Keys['statements']): string {
  const { type, label, role = null, subject, object, statement, evidence, modality, voice } = relationship
  const [one, other] = [subject, object].map(ref => (ref === undefined ? null : (entities.get(ref)?.key ?? null)))
  const claim = statement === undefined ? null : (statements.get(statement) ?? null)
  return keyOf(sha256, 'relationship', type, label, role, voice, modality, one ?? null, other ?? null, claim, spansOf(evidence))
}

/** A statement by its article, marks and act. */
function statementKey(sha256: string, { source, cue, content, act }: ReadStatement): string {
  return keyOf(sha256, 'statement', source ? spansOf([source]) : null, cue ? spansOf([cue]) : null, spansOf(content), act)
}

/**
 * Named: by name and what tells it apart. Unnamed: by its article and first mention. The full stop, which no slug of a name has, keeps
 * the two apart.
 */
function entityIdentity(sha256: string, entity: ReadEntity, first: ReadMention | undefined): Identity {
  if (entity.named) {
    const key = nameKey([entity.name, entity.distinguisher ?? ''].join(' ').trim())
    return { key, slug: key }
  }
  const key = `${sha256.slice(0, articleDigits)}.${first?.start}-${first?.end}` // that it is mentioned is seen in check-entities.ts
  return { key, slug: `${slugOf(entity.name)}-${key}` }
}

/** The slug of a name; with a hash of the whole name where the slug is cut off or has no letter of it. */
function nameKey(name: string): string {
  const words = wordsOfSlug(name)
  if (words !== '' && cutSlug(words) === words) return words
  return `${slugOf(name)}-${sha256(name.normalize('NFKC').toLowerCase()).slice(0, articleDigits)}`
}

/** The first of each entity in the text, the longest of those that begin together; by `ref`. */
function firstMentions(mentions: readonly ReadMention[]): ReadonlyMap<string, ReadMention> {
  const firsts = new Map<string, ReadMention>()
  for (const mention of mentions) {
    const known = firsts.get(mention.entity)
    if (!known || mention.start < known.start || (mention.start === known.start && mention.end > known.end)) firsts.set(mention.entity, mention)
  }
  return firsts
}

function spansOf(marks: readonly Mark[]): string {
  return JSON.stringify(marks.map(mark => [mark.start, mark.end]))
}
