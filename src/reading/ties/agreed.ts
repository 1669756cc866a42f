// What is agreed to and what is condemned, where it is an event, a body or a document: "agreed on a ceasefire", "a deal signed by the leaders".
import type { ReadEntity } from '../../model/reading.ts'
import { modalityOf } from '../deeds/modality.ts'
import { lemmasOf } from '../deeds/patterns.ts'
import { firstAtOrAfter, markOf } from '../deeds/mark.ts'
import { tokenAt } from '../deeds/said.ts'
import type { NounPhrase } from '../draft.ts'
import { bodies } from '../lexicon/actor-kinds.ts'
import { rows, wanted } from '../lexicon/event-sorts.ts'
import { placeFrom } from './location.ts'
import { eventOf, sidesOf, type Meant, type Scene } from './scene.ts'
import { across, type Tie } from './tie.ts'

/** What several agree to; an order is signed by one. */
const accords: ReadonlySet<string> = new Set(['accord', 'agreement', 'ceasefire', 'charter', 'communique', 'communiqué', 'convention', 'deal', 'declaration', 'memorandum', 'pact', 'plan', 'protocol', 'resolution', 'roadmap', 'settlement', 'statement', 'treaty', 'truce'])

export function agreedTies(scene: Scene): readonly Tie[] {
  const { draft, structure } = scene
  return structure.clauses.flatMap(clause => {
    const head = draft.tokens[clause.verb.head]
    if (!head) return []
    const lemmas = lemmasOf(head)
    const agrees = lemmas.includes('agree')
    if (!agrees && !(clause.passive && lemmas.includes('sign'))) return []
    const modality = modalityOf(draft, structure.clauses, clause)
    if (modality === 'NEGATED' || modality === 'POSSIBLE') return []
    if (clause.passive) {
      // "a communique agreed by the leaders"
      const by = clause.arguments[0]?.preposition === 'by' ? clause.arguments[0].phrases : []
      const paper = clause.subjects[0]
      const main = draft.tokens[paper?.head ?? -1]
      if (!paper || by.length === 0 || !main || !accords.has(main.lower)) return []
      const found = scene.cast.find(paper, 'target')
      return found?.entity.kind === 'TOPIC' ? sidesOf(scene, by).map(side => agreed(side, found, clause.verb, clause.verb.head, modality)) : []
    }
    const [first, second] = clause.arguments
    if (first?.preposition !== 'on' && first?.preposition !== 'to') return []
    // "on the need for talks"
    const isNeed = second?.preposition === 'for' && wanted.has(draft.tokens[first.phrases[0]?.head ?? -1]?.lower ?? '')
    const places: Tie[] = []
    const objects = (isNeed ? second.phrases : first.phrases).flatMap(phrase => eventOf(scene, phrase) ?? bodyOf(scene, phrase, places) ?? [])
    const label = { from: clause.verb.head, to: (isNeed ? second : first).at + 1 }
    return [...places, ...sidesOf(scene, clause.subjects).flatMap(side => objects.map(object => agreed(side, object, label, clause.verb.head, modality)))]
  })
}

function agreed(side: Meant, object: Meant, label: Tie['label'], at: number, modality: Tie['modality'] & string): Tie {
  return { type: 'AGREE', subject: side.entity.ref, object: object.entity.ref, label, evidence: across({ from: at, to: at + 1 }, side.words, object.words), at, told: true, modality, rule: 'AGREED_TO', reason: `${side.entity.name} agrees to “${object.entity.name}”.`, confidence: 0.75 }
}

/** "a transition government": a body that only this article knows, with where it is to be. */
function bodyOf({ draft, cast }: Scene, bare: NounPhrase, ties: Tie[]): Meant | undefined {
  const place = draft.tokens[bare.to]?.lower === 'in' ? placeFrom({ draft, cast }, bare.to + 1) : undefined
  const phrase = place ? { ...bare, to: place.found.to } : bare
  const main = draft.tokens[phrase.head]
  if (!main || !bodies.has(main.lower) || !/^(?:a|an)$/u.test(draft.tokens[phrase.from]?.lower ?? '') || cast.mentionAt(phrase.head)) return undefined
  const mark = markOf(draft, phrase)
  const words = markOf(draft, { from: phrase.from + 1, to: bare.to }).text.replace(/\s/gu, ' ')
  const entity: ReadEntity = { ref: `unnamed-${mark.start}`, kind: 'ORGANISATION', name: words.slice(0, 1).toUpperCase() + words.slice(1), named: false }
  const added = cast.add(entity, { ...phrase, mention: { ...mark, entity: entity.ref, form: 'NOMINAL', rule: 'MENTION_OF_ACTOR', reason: 'A body that is agreed to, and has no name.', confidence: 0.7 } })
  if (added && place) ties.push({ type: 'LOCATED_IN', subject: entity.ref, object: place.entity.ref, label: { from: bare.to, to: bare.to + 1 }, evidence: phrase, at: phrase.head, told: true, modality: 'PLANNED', rule: 'THING_IN_PLACE', reason: `What is agreed to is to be in ${place.entity.name}.`, confidence: 0.7 })
  return added && { entity, words: phrase }
}

/** Who condemns an event accuses of it: "condemned the attacks". */
export function condemnedTies({ draft, cast }: Scene): readonly Tie[] {
  return draft.statements.flatMap(({ ref, act, cue, content, speakers, modality }) => {
    const [first] = content
    if ((act !== 'CONDEMN' && act !== 'CRITICISE') || !cue || !first || modality === 'NEGATED') return []
    const start = tokenAt(draft, first.start)
    let at = start
    while (at < start + 12 && (/^(?:DET|ADJ|ADV|NUM|PUNCT)$/u.test(draft.tokens[at]?.tag ?? '') || rows.has(draft.tokens[at]?.lower ?? '') || (draft.tokens[at]?.lower === 'of' && rows.has(draft.tokens[at - 1]?.lower ?? '')))) {
      if (draft.mentions[firstAtOrAfter(draft.mentions, at)]?.from === at) break
      at++
    }
    const found = draft.mentions.slice(firstAtOrAfter(draft.mentions, at), firstAtOrAfter(draft.mentions, at + 1)).find(({ mention }) => cast.entity(mention.entity)?.kind === 'EVENT')
    const event = found && cast.entity(found.mention.entity)
    if (!found || !event) return []
    const verb = tokenAt(draft, cue.start)
    // "repeated the attacks" finds fault with others.
    if (act === 'CRITICISE' && !/^(?:criticis|criticiz|decr|denounc|deplor|slam|blast|assail|lambast)/u.test(draft.tokens[tokenAt(draft, cue.end) - 1]?.lower ?? '')) return []
    return speakers.map(speaker => ({ type: 'ACCUSE' as const, subject: speaker, object: event.ref, label: { from: verb, to: tokenAt(draft, cue.end) }, evidence: across({ from: verb, to: verb + 1 }, found), at: verb, told: true, modality, saying: ref, rule: 'CONDEMNED_EVENT', reason: `What they condemn is “${event.name}”.`, confidence: 0.75 }))
  })
}
