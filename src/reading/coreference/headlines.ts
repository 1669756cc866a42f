// Who a headline means without a name: "Slovak minister rejects call to quit", where the article names one minister.
import type { DraftMention, NounPhrase } from '../draft.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import type { Figure } from './history.ts'
import type { Meant, Scene } from './scene.ts'
import { isShortFor } from './short-titles.ts'

/** What each noun for one person in a headline means, where the article calls one whom it names so, and nobody else. */
export function inHeadlines(scene: Scene, found: readonly DraftMention[]): readonly Meant[] {
  const { draft, syntax, history } = scene
  const ends = draft.sentences.findLast(({ headline }) => headline)?.to ?? 0
  const meant: Meant[] = []
  for (const phrase of draft.nounPhrases) {
    if (phrase.from >= ends) break
    const head = syntax.token(phrase.head)
    if (!head || draft.sentences[head.sentence]?.headline !== true || syntax.quotationAt(phrase.head) >= 0 || scene.named(phrase.head) || head.lower !== head.lemma || kindOfSpeaker(head.lemma, head.lower) !== 'PERSON') continue
    const bearer = onlyBearer(scene, phrase, head.lemma)
    if (!bearer) continue
    const own = found.find(one => one.head === phrase.head)
    const before = own && history.figure(own.mention.entity)
    if (before && !before.entity.named && before !== bearer) scene.join(before, bearer)
    else if (!own) meant.push(scene.mean(bearer, phrase, 'NOMINAL', { rule: 'HEADLINE', reason: `Nobody else whom the article names is called “${head.lower}”.`, confidence: 0.75 }))
  }
  return meant
}

/** The one named person whom the article calls by the noun; a country in the phrase must not be another's. */
function onlyBearer({ history, named }: Scene, { from, head }: NounPhrase, noun: string): Figure | undefined {
  const bearers = history.recent().filter(({ entity, roles }) => entity.named && entity.kind === 'PERSON' && [...roles].some(role => role === noun || isShortFor(noun, role)))
  const [bearer] = bearers
  if (!bearer || bearers.length > 1) return undefined
  for (let at = from; at < head; at++) {
    const land = history.figure(named(at)?.mention.entity ?? '')?.entity
    if (land?.kind === 'COUNTRY' && bearer.entity.country !== undefined && bearer.entity.country !== land.ref) return undefined
  }
  return bearer
}
