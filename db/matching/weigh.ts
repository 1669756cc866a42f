// What is known of two beside their names raises or lowers how likely they are one.
import { foldName } from '../../src/model/keys.ts'
import type { NameMatch } from './name-rules.ts'

export interface Office {
  readonly role: string
  /** The country or organisation; null where no article names it. */
  readonly of: string | null
}

export interface Evidence {
  /** One article speaks of both, and has told them apart. */
  readonly together: boolean
  /** How many both have ties to; countries do not count, to which everybody has some. */
  readonly neighbours: number
  readonly offices: readonly [readonly Office[], readonly Office[]]
}

interface Weighed {
  readonly honorific: string | null
  readonly country: string | null
}

/** What each piece of evidence is worth: that share of the doubt goes. */
const worth = { office: 0.5, role: 0.2, country: 0.15, neighbour: 0.15, neighbours: 0.25 } as const
/** What is left of the likelihood where the two are of different countries. */
const elsewhere = 0.4
/** Sure is only who reads both articles. */
const most = 0.95

const men = new Set(['mr', 'sir', 'lord', 'king', 'prince', 'baron', 'count', 'duke', 'father', 'senor', 'monsieur', 'herr'])
const women = new Set(['mrs', 'ms', 'miss', 'lady', 'dame', 'queen', 'princess', 'baroness', 'countess', 'duchess', 'sister', 'senora', 'madame', 'frau'])

/** The match with all that speaks for and against it; 0 where they are certainly two. */
export function weigh(match: NameMatch, one: Weighed, other: Weighed, evidence: Evidence | undefined): NameMatch {
  const reasons = [match.reason]
  if (evidence?.together || areManAndWoman(one.honorific, other.honorific)) return { ...match, confidence: 0 }
  let doubt = 1 - match.confidence
  const support = (share: number, reason: string): void => {
    doubt *= 1 - share
    reasons.push(reason)
  }
  const [mine = [], theirs = []] = evidence?.offices ?? []
  const shared = firstShared(mine, theirs, ({ role, of }) => (of === null ? '' : `${foldName(role)} / ${foldName(of)}`))
  const role = firstShared(mine, theirs, each => foldName(each.role))
  if (shared) support(worth.office, `both are ${shared.role} of ${shared.of}`)
  else if (role) support(worth.role, `both are ${role.role}`)
  if (one.country !== null && one.country === other.country) support(worth.country, `both are of ${one.country}`)
  const neighbours = evidence?.neighbours ?? 0
  if (neighbours > 0) support(neighbours > 1 ? worth.neighbours : worth.neighbour, `both have to do with ${neighbours > 1 ? `${neighbours} others` : 'one other'} in common`)
  const isElsewhere = one.country !== null && other.country !== null && one.country !== other.country
  if (isElsewhere) reasons.push('they are of different countries')
  const confidence = Math.min(most, (1 - doubt) * (isElsewhere ? elsewhere : 1))
  const sentence = reasons.join('; ')
  return { rule: match.rule, reason: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`, confidence: Math.round(confidence * 100) / 100 }
}

function areManAndWoman(one: string | null, other: string | null): boolean {
  const [first, second] = [foldName(one ?? ''), foldName(other ?? '')]
  return (men.has(first) && women.has(second)) || (women.has(first) && men.has(second))
}

/** The first of both in an order of their own, so that the reason is the same seen from either. */
function firstShared(mine: readonly Office[], theirs: readonly Office[], say: (office: Office) => string): Office | undefined {
  const there = new Set(theirs.map(say))
  const [first] = [...new Set(mine.map(say))].filter(words => words !== '' && there.has(words)).sort()
  return first === undefined ? undefined : [...mine, ...theirs].filter(office => say(office) === first)
    .sort((one, other) => (`${one.role}/${one.of}` < `${other.role}/${other.of}` ? -1 : 1))[0]
}
