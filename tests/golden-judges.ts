// How each section of a golden article's `expected.json` is compared with what was read. A judge answers a complaint, or null.
import type { ReadEntity, ReadRelationship, ReadStatement } from '../src/model/reading.ts'
import type { Read } from './golden.ts'
import { core, entitiesCalled, nameOf, placesOf, sameWords } from './golden-words.ts'

export type Given = Readonly<Record<string, unknown>>

interface Judge {
  readonly keys: readonly string[]
  readonly judge: (read: Read, given: Given) => string | null
}

const statementKeys = ['content', 'speakers', 'addressees', 'targets', 'about', 'notAbout', 'via', 'source', 'cue', 'kind', 'act', 'attribution', 'modality', 'madeOn', 'inside']
const entityKeys = ['name', 'kind', 'named', 'mentions', 'notMentions', 'country', 'speaksFor', 'place', 'partOf', 'startsOn', 'endsOn', 'honorific', 'voice', 'modality']
const relationshipKeys = ['subject', 'type', 'object', 'label', 'voice', 'claimedBy', 'claimedIn', 'modality', 'role', 'startsOn', 'endsOn', 'place']

export const judges = {
  /** Somebody says these words: pieces with " … " between them. */
  statements: { keys: statementKeys, judge: statementFound },
  /** No statement's content lies within these words. */
  notStatements: { keys: ['words'], judge: notSaid },
  entities: { keys: entityKeys, judge: entityFound },
  /** Nobody and nothing is called so. */
  notEntities: { keys: ['words'], judge: notCalled },
  /** Two that are not one. */
  apart: { keys: ['pair'], judge: twoThings },
  relationships: { keys: relationshipKeys, judge: relationshipFound },
  notRelationships: { keys: relationshipKeys, judge: notRelated },
  /** So many statements, and no more. */
  statementCount: { keys: ['is'], judge: ({ reading }, { is }) => (reading.statements.length === is ? null : `expected ${String(is)} statements, found ${reading.statements.length}${listed(reading.statements.map(each => `“${contentOf(each)}”`))}`) },
  relationshipCount: { keys: ['is'], judge: (read, { is }) => (read.reading.relationships.length === is ? null : `expected ${String(is)} relationships, found ${read.reading.relationships.length}${listed(read.reading.relationships.map(each => told(read, each)))}`) },
  remarks: { keys: ['words'], judge: ({ reading }, { words }) => (reading.remarks.some(({ rule }) => rule === words) ? null : `no remark ${String(words)}; found ${reading.remarks.map(({ rule }) => rule).join(', ') || 'none'}`) },
} satisfies Record<string, Judge>

export type Section = keyof typeof judges

function statementFound(read: Read, given: Given): string | null {
  const content = String(given['content'])
  const places = content.split(' … ').flatMap(piece => placesOf(read.text, piece))
  const same = read.reading.statements.filter(statement => sameWords(contentOf(statement), content))
  if (same.length === 0) {
    const near = read.reading.statements.filter(each => each.content.some(mark => places.some(([start, end]) => mark.start < end && mark.end > start)))
    return `“${content}” was not found${listed(near.map(each => `“${contentOf(each)}” (${names(read, each.speakers)} ${each.cue?.text ?? ''})`))}`
  }
  return fewest(same.map(statement => ({
    ...differing(given, ['kind', 'act', 'attribution', 'modality', 'madeOn'], statement),
    ...differingWords(given, 'cue', statement.cue?.text),
    ...differingWords(given, 'source', statement.source?.text),
    ...differingWords(given, 'inside', read.reading.statements.filter(({ ref }) => ref === statement.reportedIn).map(contentOf)[0]),
    ...differingEntities(read, given, 'speakers', statement.speakers),
    ...differingEntities(read, given, 'addressees', statement.addressees),
    ...differingEntities(read, given, 'targets', statement.targets),
    ...differingEntities(read, given, 'via', statement.via === undefined ? [] : [statement.via]),
    ...differingEntities(read, given, 'about', statement.about, 'some'),
    ...differingEntities(read, given, 'notAbout', statement.about, 'none'),
  })), `“${content}”`)
}

function notSaid(read: Read, { words }: Given): string | null {
  const places = placesOf(read.text, String(words))
  const within = read.reading.statements.filter(({ content }) => content.every(mark => places.some(([start, end]) => mark.start >= start && mark.end <= end + 1)))
  return within.length === 0 ? null : `“${String(words)}” is no statement${listed(within.map(each => `“${contentOf(each)}” (${names(read, each.speakers)} ${each.cue?.text ?? ''})`))}`
}

function entityFound(read: Read, given: Given): string | null {
  const name = String(given['name'])
  const called = entitiesCalled(read, name).filter(({ kind }) => given['kind'] === undefined || kind === given['kind'])
  const [entity] = called
  if (!entity) return `no ${String(given['kind'] ?? 'entity')} “${name}”${listed(read.reading.entities.map(each => `${each.name} (${each.kind})`))}`
  if (called.length > 1) return `${called.length} entities are called “${name}”${listed(called.map(({ ref, kind }) => `${ref} (${kind})`))}`
  const own = read.reading.mentions.filter(mention => mention.entity === entity.ref)
  const wrong = {
    ...differing(given, ['kind', 'named', 'startsOn', 'endsOn', 'honorific', 'voice', 'modality'], entity),
    ...Object.assign({}, ...(['country', 'speaksFor', 'place', 'partOf'] as const).map(key => differingEntities(read, given, key, entity[key] === undefined ? [] : [entity[key]]))) as Given,
  }
  const missed = listOf(given['mentions']).filter(words => !means(read, words, entity))
  const taken = listOf(given['notMentions']).filter(words => means(read, words, entity))
  if (missed.length === 0 && taken.length === 0) return fewest([wrong], name)
  const others = missed.map(words => `“${words}” means ${words.includes('[') ? entitiesCalled(read, words).map(each => each.name).join(', ') || 'nobody' : 'somebody else or nobody'}`)
  return `${name}: ${[...others, ...taken.map(words => `“${words}” is taken to mean it`)].join('; ')}${listed([`its mentions: ${own.map(({ text }) => text).join(' · ')}`])}`
}

/** `[she] left` is a mention at one place; words without brackets any mention of those words. */
function means(read: Read, words: string, entity: ReadEntity): boolean {
  if (words.includes('[')) return entitiesCalled(read, words).includes(entity)
  placesOf(read.text, words)
  return read.reading.mentions.some(mention => mention.entity === entity.ref && sameWords(core(mention.text), core(words)))
}

function notCalled(read: Read, { words }: Given): string | null {
  const called = entitiesCalled(read, String(words))
  return called.length === 0 ? null : `“${String(words)}” is nobody's name${listed(called.map(({ name, kind }) => `${name} (${kind})`))}`
}

function twoThings(read: Read, { pair }: Given): string | null {
  const [one = '', other = ''] = listOf(pair)
  const [these, those] = [entitiesCalled(read, one), entitiesCalled(read, other)]
  if (these.length === 0 || those.length === 0) return `nothing is called “${these.length === 0 ? one : other}”`
  return these.some(entity => those.includes(entity)) ? `“${one}” and “${other}” are one here, and should be two` : null
}

function relationshipFound(read: Read, given: Given): string | null {
  const all = read.reading.relationships.map(relationship => ({ relationship, wrong: relationshipDiffers(read, given, relationship) }))
  if (all.some(({ wrong }) => Object.keys(wrong).length === 0)) return null
  const near = all.toSorted((one, other) => Object.keys(one.wrong).length - Object.keys(other.wrong).length).slice(0, 4)
  return `${JSON.stringify(given)} was not found${listed(near.map(({ relationship }) => told(read, relationship)))}`
}

function notRelated(read: Read, given: Given): string | null {
  for (const key of ['subject', 'object']) {
    const name = given[key]
    if (typeof name === 'string' && entitiesCalled(read, name).length === 0) return `nothing is called “${name}”, so that this could not fail`
  }
  const same = read.reading.relationships.filter(each => Object.keys(relationshipDiffers(read, given, each)).length === 0)
  return same.length === 0 ? null : `${JSON.stringify(given)} is not what the text says${listed(same.map(each => told(read, each)))}`
}

function relationshipDiffers(read: Read, given: Given, relationship: ReadRelationship): Given {
  const claim = read.reading.statements.find(({ ref }) => ref === relationship.statement)
  return {
    ...differing(given, ['type', 'voice', 'modality', 'startsOn', 'endsOn'], relationship),
    ...differingWords(given, 'role', relationship.role),
    ...(typeof given['label'] === 'string' && !relationship.label.includes(given['label']) && { label: relationship.label }),
    ...differingWords(given, 'claimedIn', claim && contentOf(claim)),
    ...differingEntities(read, given, 'claimedBy', claim?.speakers ?? ['nobody']),
    ...differingEntities(read, given, 'subject', [relationship.subject]),
    ...differingEntities(read, given, 'object', relationship.object === undefined ? [] : [relationship.object]),
    ...differingEntities(read, given, 'place', relationship.place === undefined ? [] : [relationship.place]),
  }
}

/** The keys in which something is not as given, each with what was found. */
function differing<Thing extends object>(given: Given, keys: readonly (keyof Thing & string)[], thing: Thing): Given {
  return Object.fromEntries(keys.filter(key => Object.hasOwn(given, key) && (given[key] ?? undefined) !== thing[key]).map(key => [key, `expected ${String(given[key])}, found ${String(thing[key] ?? 'none')}`]))
}

function differingWords(given: Given, key: string, found: string | undefined): Given {
  if (!Object.hasOwn(given, key)) return {}
  const wanted = given[key]
  const same = typeof wanted === 'string' ? found !== undefined && sameWords(core(wanted), core(found)) : found === undefined
  return same ? {} : { [key]: `expected “${String(wanted)}”, found “${found ?? ''}”` }
}

/** All of them and no other; `some`: they are among those found. */
function differingEntities(read: Read, given: Given, key: string, found: readonly string[], how: 'all' | 'some' | 'none' = 'all'): Given {
  if (!Object.hasOwn(given, key)) return {}
  const wanted = listOf(given[key])
  const isFound = (name: string): boolean => entitiesCalled(read, name).some(({ ref }) => found.includes(ref))
  const right = how === 'none' ? !wanted.some(isFound) : wanted.every(isFound) && (how === 'some' || found.length === wanted.length)
  return right ? {} : { [key]: `expected ${how === 'none' ? 'none of ' : ''}${wanted.join(', ') || 'none'}, found ${names(read, found) || 'none'}` }
}

function fewest(all: readonly Given[], what: string): string | null {
  const [best = {}] = all.toSorted((one, other) => Object.keys(one).length - Object.keys(other).length)
  return Object.keys(best).length === 0 ? null : `${what}: ${Object.entries(best).map(([key, wrong]) => `${key}: ${String(wrong)}`).join('; ')}`
}

function contentOf({ content }: ReadStatement): string {
  return content.map(mark => core(mark.text)).join(' … ')
}

function names(read: Read, refs: readonly string[]): string {
  return refs.map(ref => nameOf(read, ref)).join(', ')
}

function told(read: Read, { subject, type, label, object, voice, modality, statement, role, startsOn }: ReadRelationship): string {
  const claimants = read.reading.statements.find(({ ref }) => ref === statement)?.speakers ?? []
  return [nameOf(read, subject), type, `“${label}”`, object && nameOf(read, object), voice, statement && `by ${names(read, claimants) || 'nobody'}`, modality, role && `role ${role}`, startsOn].filter(Boolean).join(' ')
}

function listOf(given: unknown): readonly string[] {
  return given === undefined || given === null ? [] : Array.isArray(given) ? given.map(String) : [typeof given === 'string' ? given : JSON.stringify(given)]
}

function listed(lines: readonly string[]): string {
  return lines.length === 0 ? '; nothing near it' : lines.map(line => `\n      • ${line}`).join('')
}
