// Who is meant without a name: "the Russian president", "a spokeswoman for the bank", "the two men", "he".
import { descriptionOf } from '../coreference/descriptions.ts'
import { historyOf } from '../coreference/history.ts'
import { inHeadlines } from '../coreference/headlines.ts'
import { asNamed, openingOf, type Opening } from '../coreference/opening.ts'
import { pronounOf } from '../coreference/pronouns.ts'
import { sceneOf, type Meant, type Scene } from '../coreference/scene.ts'
import type { Draft, DraftMention } from '../draft.ts'

export function findCoreference(draft: Draft): void {
  const scene = sceneOf(draft, historyOf())
  const named = draft.mentions
  const found: DraftMention[] = []
  const opening = openingOf(scene)
  let next = 0
  for (const phrase of draft.nounPhrases) {
    // Names before and in the phrase are known before the phrase is.
    while (next < named.length && (named[next]?.from ?? 0) < phrase.from) speakName(scene, opening, named[next++])
    // A possessive that begins the phrase, and the phrase itself.
    const possessive = pronounOf(scene, phrase.from, phrase)
    const whole = phrase.to - phrase.from > 1 || !possessive ? descriptionOf(scene, phrase) : undefined
    if (possessive) add(found, possessive)
    if (whole) add(found, whole)
    if (whole) opening?.describe(whole)
    while (next < named.length && (named[next]?.from ?? 0) < phrase.to) speakName(scene, opening, named[next++])
  }
  while (next < named.length) speakName(scene, opening, named[next++])
  for (const whole of inHeadlines(scene, found)) add(found, whole)
  const whom = found.map(one => asNamed(scene, one))
  draft.entities = scene.entities()
  draft.mentions = [...named, ...whom].toSorted((one, other) => one.from - other.from || other.to - one.to)
}

function add(found: DraftMention[], { mention, also }: Meant): void {
  if (also) found.push(also)
  found.push(mention)
}

function speakName(scene: Scene, opening: Opening | undefined, one: DraftMention | undefined): void {
  if (!one) return
  opening?.name(one)
  scene.speak(one)
}
