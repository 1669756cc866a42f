// Who is meant without a name: "the Russian president", "a spokeswoman for the bank", "the two men", "he".
import { descriptionOf } from '../coreference/descriptions.ts'
import { historyOf } from '../coreference/history.ts'
import { pronounOf } from '../coreference/pronouns.ts'
import { sceneOf, type Meant, type Scene } from '../coreference/scene.ts'
import type { Draft, DraftMention } from '../draft.ts'

export function findCoreference(draft: Draft): void {
  const scene = sceneOf(draft, historyOf())
  const named = draft.mentions
  const found: DraftMention[] = []
  let next = 0
  for (const phrase of draft.nounPhrases) {
    // Names before and in the phrase are known before the phrase is.
    while (next < named.length && (named[next]?.from ?? 0) < phrase.from) speakName(scene, named[next++])
    // A possessive that begins the phrase, and the phrase itself.
    const possessive = pronounOf(scene, phrase.from, phrase)
    const whole = phrase.to - phrase.from > 1 || !possessive ? descriptionOf(scene, phrase) : undefined
    if (possessive) add(found, possessive)
    if (whole) add(found, whole)
    while (next < named.length && (named[next]?.from ?? 0) < phrase.to) speakName(scene, named[next++])
  }
  while (next < named.length) speakName(scene, named[next++])
  draft.entities = scene.entities()
  draft.mentions = [...named, ...found].toSorted((one, other) => one.from - other.from || other.to - one.to)
}

function add(found: DraftMention[], { mention, also }: Meant): void {
  if (also) found.push(also)
  found.push(mention)
}

function speakName(scene: Scene, one: DraftMention | undefined): void {
  if (one) scene.speak(one)
}
