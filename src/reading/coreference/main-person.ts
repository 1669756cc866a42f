// Of whom the article is: the one person who is named far oftener than anybody else, as in a portrait or an obituary.
import type { Gender } from '../knowledge.ts'
import type { Figure } from './history.ts'
import type { Scene } from './scene.ts'

/** Names below which nobody is. */
const fewest = 3

/** The one whom "he" or "she" means rather than somebody named in passing; undefined where the article is of several. */
export function mainPerson(scene: Scene, gender: Gender): Figure | undefined {
  const [first, second] = namesIn(scene).filter(({ figure }) => figure.gender === gender || figure.gender === undefined)
  if (!first || first.figure.gender !== gender || first.count < fewest || first.paragraph > firstParagraphs) return undefined
  return second && second.count * 2 > first.count ? undefined : first.figure
}

/** Whether somebody has no name, or is named no more than once in all the article. */
export function isInPassing(scene: Scene, { entity, count }: Figure): boolean {
  return entity.named ? namesIn(scene).every(({ figure, count: names }) => figure.entity.ref !== entity.ref || names === 1) : count === 1
}

/** Whether the article names somebody more than once. */
export function isNamedAgain(scene: Scene, { entity }: Figure): boolean {
  return namesIn(scene).some(({ figure, count }) => figure.entity.ref === entity.ref && count > 1)
}

/** Paragraphs, with the headline, in which the main person is named first. */
const firstParagraphs = 2

interface Named {
  readonly figure: Figure
  count: number
  readonly paragraph: number
}

const known = new WeakMap<Scene, readonly Named[]>()

/** The people by how often they are named, the most first. */
function namesIn(scene: Scene): readonly Named[] {
  const ready = known.get(scene)
  if (ready) return ready
  const found = new Map<string, Named>()
  for (const { head, mention } of scene.draft.mentions) {
    if (mention.form !== 'NAME') continue
    const one = found.get(mention.entity)
    const figure = one?.figure ?? scene.history.figure(mention.entity)
    if (one) one.count++
    else if (figure?.entity.kind === 'PERSON') found.set(mention.entity, { figure, count: 1, paragraph: scene.placeOf(head).paragraph })
  }
  const sorted = [...found.values()].toSorted((one, other) => other.count - one.count)
  known.set(scene, sorted)
  return sorted
}
