// Where something is, whose it is: "the embassy in Kabul", "Mosul, Iraq", "Vladimir Putin of Russia", "the G20 summit in Antalya".
import type { ReadEntity } from '../../model/reading.ts'
import type { Cast } from '../deeds/cast.ts'
import { firstAtOrAfter } from '../deeds/mark.ts'
import type { Draft, DraftMention } from '../draft.ts'
import { adherents } from '../lexicon/roles.ts'
import { isSayingWord } from '../lexicon/saying.ts'
import type { Tie } from './tie.ts'

export function placesOf(draft: Draft, cast: Cast): readonly Tie[] {
  return draft.mentions.flatMap(one => tieOf(draft, cast, one) ?? membersOf(draft, cast, one) ?? [])
}

function tieOf(draft: Draft, cast: Cast, one: DraftMention): Tie | undefined {
  const { tokens } = draft
  const joint = tokens[one.to]
  if (!joint || !['in', 'at', 'of', 'from', ','].includes(joint.lower)) return undefined
  const other = nextMention(draft, cast, one.to + 1)
  const subject = cast.entity(one.mention.entity)
  const object = other && cast.entity(other.mention.entity)
  if (!other || !subject || !object || subject.ref === object.ref) return undefined
  const type = typeOf(draft, joint.lower, one, subject, other, object)
  if (type === undefined) return undefined
  return {
    type,
    subject: subject.ref,
    object: object.ref,
    label: joint.lower === ',' ? { from: one.from, to: other.to } : { from: one.to, to: one.to + 1 },
    evidence: { from: one.from, to: other.to },
    rule: type === 'AFFILIATED_WITH' ? 'PERSON_OF_BODY' : joint.lower === ',' ? 'PLACE_COMMA_PLACE' : 'THING_IN_PLACE',
    reason: `“${joint.text}” ties ${subject.name} to ${object.name}.`,
    confidence: 0.8,
  }
}

function typeOf({ tokens }: Draft, joint: string, one: DraftMention, subject: ReadEntity, other: DraftMention, object: ReadEntity): Tie['type'] | undefined {
  const isPlace = object.kind === 'PLACE' || object.kind === 'COUNTRY'
  const isName = other.mention.form === 'NAME'
  switch (joint) {
    case 'of':
      return subject.kind === 'PERSON' && one.mention.form === 'NAME' && (object.kind === 'ORGANISATION' || object.kind === 'COUNTRY') && isName ? 'AFFILIATED_WITH' : undefined
    // "Ann Reed from the Harl Institute said"; not "bought Ann Reed from Varen Rovers"
    case 'from':
      return subject.kind === 'PERSON' && one.mention.form === 'NAME' && object.kind === 'ORGANISATION' && isName && !/^(?:of|for)$/u.test(tokens[one.from - 1]?.lower ?? '') && !(tokens[one.from - 1]?.tag === 'VERB' && !isSayingWord(tokens[one.from - 1]?.lower ?? '')) && /^(?:PUNCT|VERB|AUX)$/u.test(tokens[other.to]?.tag ?? 'PUNCT') ? 'AFFILIATED_WITH' : undefined
    case ',':
      // "Mosul, Iraq"; not the list "Mosul, Iraq and Syria", nor a country where the place is not.
      return subject.kind === 'PLACE' && object.kind === 'COUNTRY' && isName && (subject.country === undefined || subject.country === object.ref) && !/^(?:and|or)$/u.test(tokens[other.to]?.lower ?? '') && !isListed(tokens, one.from, other.to) ? 'LOCATED_IN' : undefined
    default:
      if (!isPlace || one.mention.form === 'PRONOUN' || one.mention.form === 'ADJECTIVE') return undefined
      if (subject.kind === 'EVENT') return 'HAPPENED_IN'
      return subject.kind === 'PLACE' || (subject.kind === 'ORGANISATION' && !subject.named) ? 'LOCATED_IN' : undefined
  }
}

/** Whether commas stand on both sides: then it is one of several. */
function isListed(tokens: Draft['tokens'], from: number, to: number): boolean {
  return tokens[from - 1]?.text === ',' && tokens[to]?.text === ','
}

/** The mention that begins here, after an article and where it is based. */
function nextMention({ tokens, mentions }: Draft, cast: Cast, from: number): DraftMention | undefined {
  const bare = tokens[from]?.lower === 'the' ? from + 1 : from
  // "of the Oslo-based | Harl Institute"
  const behind = /^\p{Lu}.*-(?:based|listed|headquartered|owned|backed)$/u.test(tokens[bare]?.text ?? '') ? [bare + 1] : []
  for (const start of [...new Set([from, bare]), ...behind]) {
    const found = mentions[firstAtOrAfter(mentions, start)]
    if (found?.from === start) return cast.mentionAt(found.head) ?? found
  }
  return undefined
}

/** "IS jihadists" */
function membersOf(draft: Draft, cast: Cast, one: DraftMention): Tie | undefined {
  const subject = cast.entity(one.mention.entity)
  if (!subject || subject.named || one.mention.form !== 'NOMINAL' || !adherents.has(draft.tokens[one.head]?.lower ?? '')) return undefined
  const body = cast.mentionAt(one.head - 1)
  const object = body && cast.entity(body.mention.entity)
  if (!body || !object || object.kind !== 'ORGANISATION' || body.from < one.from || body.mention.form !== 'NAME') return undefined
  return { type: 'MEMBER_OF', subject: subject.ref, object: object.ref, label: one, evidence: one, rule: 'PEOPLE_OF_BODY', reason: `“${object.name}” stands before the people who are of it.`, confidence: 0.75 }
}
