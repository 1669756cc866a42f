// Who belongs to whom, by words for several: "the two men", "“We are ready,” said Ms Reed", "the Hale regime", "a Varanian airliner".
import type { ReadEntity } from '../../model/reading.ts'
import { firstAtOrAfter, markOf } from '../deeds/mark.ts'
import { tokenAt } from '../deeds/said.ts'
import { isClitic } from '../passes/03-phrases.ts'
import { syntaxOf } from '../syntax.ts'
import { membersOf, type Scene } from './scene.ts'
import type { Tie } from './tie.ts'

export function memberTies(scene: Scene): readonly Tie[] {
  return [...pairTies(scene), ...partyTies(scene), ...weTies(scene)]
}

/** "the two men": each is one of them. */
function pairTies(scene: Scene): readonly Tie[] {
  return scene.draft.mentions.flatMap(found => {
    if (found.mention.rule !== 'PAIR') return []
    const pair = scene.cast.entity(found.mention.entity)
    const members = pair ? membersOf(scene, pair) : []
    return members.length < 2 ? [] : members.map(member => ({ ...memberOf(member, found.mention.entity, found, 'ONE_OF_PAIR', 0.75), own: true }))
  })
}

/** "Democrat Ann Reed", "Republican presidential candidate Ann Reed" */
function partyTies({ draft, cast }: Scene): readonly Tie[] {
  const { tokens } = draft
  return draft.mentions.flatMap(found => {
    const isOwner = /^['’]s$/u.test(tokens[found.to]?.text ?? '')
    const party = found.mention.rule === 'KNOWN_DEMONYM' || (isOwner && found.mention.form === 'NAME') ? cast.entity(found.mention.entity) : undefined
    if (party?.kind !== 'ORGANISATION' || (isOwner && !/\bParty$/u.test(party.name))) return []
    // "Labour’s | Ann Reed"
    let at = isOwner ? found.to + 1 : found.to
    while (at < found.to + 3 && /^(?:ADJ|NOUN)$/u.test(tokens[at]?.tag ?? '') && /^\p{Ll}/u.test(tokens[at]?.text ?? '')) at++
    const person = draft.mentions[firstAtOrAfter(draft.mentions, at)]
    const entity = person?.from === at && person.mention.form === 'NAME' ? cast.entity(person.mention.entity) : undefined
    return entity?.kind === 'PERSON' && person ? [memberOf(entity, party.ref, { from: found.from, to: person.to }, 'OF_PARTY', 0.75)] : []
  })
}

const plural: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'ourselves'])

/** Whoever says "we" is one of them; to somebody alone it may be said of the two. */
function weTies({ draft, cast }: Scene): readonly Tie[] {
  const syntax = syntaxOf(draft)
  const groups = new Map<string, ReadEntity>()
  const ties: Tie[] = []
  for (const { ref, speakers, addressees, quotations } of draft.statements) {
    const speaker = speakers.length === 1 ? cast.entity(speakers[0] ?? '') : undefined
    if (speaker?.kind !== 'PERSON' || addressees.some(each => cast.entity(each)?.kind === 'PERSON')) continue
    for (const { start, end } of quotations) {
      for (let at = tokenAt(draft, start); (draft.tokens[at]?.start ?? end) < end; at++) {
        const token = draft.tokens[at]
        if (!token || !plural.has(token.lower) || token.text === 'US' || syntax.depthAt(at) > 0 || cast.mentionAt(at)) continue
        const surname = speaker.named ? (speaker.name.split(' ').at(-1) ?? speaker.name) : `the ${speaker.name.toLowerCase()}`
        const group: ReadEntity = groups.get(speaker.ref) ?? { ref: `we-${speaker.ref}`, kind: 'GROUP', name: `Those ${surname} speaks for`, named: false }
        groups.set(speaker.ref, group)
        cast.add(group, { from: at, to: at + 1, head: at, mention: { start: token.start, end: token.end, text: token.text, entity: group.ref, form: 'PRONOUN', rule: 'FIRST_PERSON_PLURAL', reason: 'It stands in the quoted words of this speaker.', confidence: 0.7 } })
        ties.push({ ...memberOf(speaker, group.ref, { from: at, to: at + 1 }, 'ONE_OF_US', 0.6), within: ref })
      }
    }
  }
  return ties
}

function memberOf(member: ReadEntity, group: string, words: Tie['evidence'], rule: string, confidence: number): Tie {
  return { type: 'MEMBER_OF', subject: member.ref, object: group, label: words, evidence: words, rule, reason: `${member.name} is one of those whom the word means.`, confidence }
}

const governments: ReadonlySet<string> = new Set(['regime', 'government', 'administration', 'junta'])
/** Before it, that it may never be: "under a Reed administration". */
const imagined: ReadonlySet<string> = new Set(['a', 'an', 'any', 'future', 'next', 'new', 'potential', 'possible', 'hypothetical', 'prospective', 'another', 'no'])

/** "the Hale regime": he leads it, and it his country. */
export function namesakeTies({ draft, cast }: Scene): readonly Tie[] {
  const spoken = new Set(draft.mentions.map(({ mention }) => mention.entity))
  return draft.mentions.flatMap(found => {
    const body = cast.entity(found.mention.entity)
    if (body?.kind !== 'ORGANISATION' || found.mention.form !== 'NAME' || found.to - found.from < 2 || !governments.has(draft.tokens[found.head]?.lower ?? '') || !body.name.toLowerCase().endsWith(draft.tokens[found.head]?.lower ?? '') || imagined.has(draft.tokens[found.from - 1]?.lower ?? '')) return []
    const ties: Tie[] = []
    const tie = { type: 'LEADS' as const, label: found, evidence: found, own: true, rule: 'NAMESAKE_LEADS' }
    for (let index = firstAtOrAfter(draft.mentions, found.from); (draft.mentions[index]?.from ?? found.to) < found.to; index++) {
      const inner = draft.mentions[index]
      if (inner?.mention.rule !== 'NAMESAKE') continue
      ties.push({ ...tie, subject: inner.mention.entity, object: body.ref, reason: `“${body.name}” is named after who leads it.`, confidence: 0.75 })
      const country = body.country === undefined ? undefined : cast.entity(body.country)
      if (country && spoken.has(country.ref)) ties.push({ ...tie, subject: body.ref, object: country.ref, reason: `“${body.name}” governs ${country.name}.`, confidence: 0.6 })
    }
    return ties
  })
}

/** "the Reed regime", of which nothing else is known. */
export function regimeTies({ draft, cast }: Scene): readonly Tie[] {
  const known = new Map<string, ReadEntity>()
  return draft.nounPhrases.flatMap(phrase => {
    const found = governments.has(draft.tokens[phrase.head]?.lower ?? '') ? cast.mentionAt(phrase.head - 1) : undefined
    const leader = found && cast.entity(found.mention.entity)
    if (!found || leader?.kind !== 'PERSON' || found.mention.form !== 'NAME' || found.from < phrase.from || found.to !== phrase.head || cast.mentionAt(phrase.head) || imagined.has(draft.tokens[found.from - 1]?.lower ?? '')) return []
    const words = { from: found.from, to: phrase.head + 1 }
    const mark = markOf(draft, words)
    const noun = draft.tokens[phrase.head]?.lower ?? ''
    const body: ReadEntity = known.get(`${leader.ref} ${noun}`) ?? { ref: `body-${mark.start}`, kind: 'ORGANISATION', name: mark.text.replace(/\s/gu, ' '), named: false }
    known.set(`${leader.ref} ${noun}`, body)
    cast.add(body, { ...words, head: phrase.head, mention: { ...mark, entity: body.ref, form: 'NOMINAL', rule: 'NAMESAKE_LEADS', reason: 'It bears the name of whoever leads it.', confidence: 0.75 } })
    return [{ type: 'LEADS', subject: leader.ref, object: body.ref, label: words, evidence: words, own: true, rule: 'NAMESAKE_LEADS', reason: `“${body.name}” is named after who leads it.`, confidence: 0.75 }]
  })
}

/** Of a state, and its voice: "British intelligence". */
const voices: ReadonlySet<string> = new Set(['intelligence', 'authorities', 'government', 'embassy', 'delegation', 'negotiator', 'negotiators', 'ministry', 'official', 'officials', 'diplomat', 'diplomats'])

/** "a Spanish teacher" may be from anywhere. */
const ofTongues: ReadonlySet<string> = new Set(['teacher', 'teachers', 'speaker', 'speakers', 'translator', 'translators', 'interpreter', 'interpreters', 'restaurant', 'tutor', 'scholar', 'scholars'])

/** "a Varanian airliner" is from Varania; of those who have no name. */
export function originTies({ draft, cast }: Scene, without: ReadonlySet<string>): readonly Tie[] {
  return draft.mentions.flatMap(found => {
    const entity = cast.entity(found.mention.entity)
    if (!entity || entity.named || found.mention.form !== 'NOMINAL' || entity.kind === 'EVENT' || entity.kind === 'PLACE' || /^\p{Lu}/u.test(draft.tokens[found.head]?.text ?? '') || without.has(entity.ref)) return []
    for (let at = Math.max(found.from, found.head - 3); at < found.head; at++) {
      const origin = cast.mentionAt(at)
      const country = origin && cast.entity(origin.mention.entity)
      if (!country || country.kind !== 'COUNTRY' || origin.mention.form !== 'ADJECTIVE' || origin.from < found.from) continue
      // "a Russian-backed militia", "a pro-Russian mayor"
      if (draft.tokens[at]?.text !== origin.mention.text || draft.tokens[at + 1]?.text.startsWith('-') === true || /^(?:VERB|AUX)$/u.test(draft.tokens[at + 1]?.tag ?? '')) continue
      // "his Cuban father’s story"
      if (draft.tokens.slice(at + 1, found.head).some(token => isClitic(token))) continue
      if (ofTongues.has(draft.tokens[found.head]?.lower ?? '')) continue
      const isPast = draft.tokens.slice(found.from, at).some(({ lower }) => lower === 'former')
      const type = !isPast && voices.has(draft.tokens[found.head]?.lower ?? '') ? 'REPRESENTS' : 'AFFILIATED_WITH'
      return [{ type, subject: entity.ref, object: country.ref, label: { from: at, to: at + 1 }, evidence: found, own: true, rule: 'FROM_COUNTRY', reason: `“${origin.mention.text}” tells where they are from.`, confidence: 0.75 }]
    }
    return []
  })
}
