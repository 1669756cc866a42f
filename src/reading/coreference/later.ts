// Offices whose holder the article names only later: "the prime minister … Prime Minister Ola Berg", "his finance minister … Finance Minister Ann Reed".
import type { NounPhrase } from '../draft.ts'
import type { TitleMatch } from '../gazetteer.ts'
import type { Figure } from './history.ts'
import { roleOf, rolesBefore } from './role.ts'
import type { Scene } from './scene.ts'

/** The one whom the article gives this title, and nobody else; undefined where it has spoken of them before, or no such title has one holder at a time. */
export function namedLater(scene: Scene, phrase: NounPhrase, title: TitleMatch, country: string | undefined): Figure | undefined {
  if (title.title.unique !== true || title.modifiers.length > 0 || isOneOfMany(scene, phrase, title)) return undefined
  const bearers = bearersIn(scene).get(roleOf(title))
  const [ref] = bearers?.size === 1 ? bearers : []
  const figure = scene.history.figure(ref ?? '')
  if (figure === undefined || figure.last !== undefined) return undefined
  const land = figure.entity.country
  return land === country || (land === undefined && title.title.kind === 'MINISTER') ? figure : undefined
}

/** "the next president", "the first female president", "the Office of the Secretary": no one holder is meant. */
function isOneOfMany({ syntax, named }: Scene, { from, head }: NounPhrase, { length }: TitleMatch): boolean {
  for (let at = from + 1; at <= head - length; at++) if ((/^(?:ADJ|NUM|VERB)$/u.test(syntax.token(at)?.tag ?? '') || syntax.word(at) === 'next') && !named(at)) return true
  return syntax.word(from - 1) === 'of' && /^(?:office|post|job|role|title)$/u.test(syntax.word(from - 2))
}

const known = new WeakMap<Scene, ReadonlyMap<string, ReadonlySet<string>>>()

/** By their titles, those before whose names one stands; a country before the title counts as a name of its own. */
function bearersIn(scene: Scene): ReadonlyMap<string, ReadonlySet<string>> {
  const ready = known.get(scene)
  if (ready) return ready
  const { draft, gazetteer, words, history, syntax } = scene
  const found = new Map<string, Set<string>>()
  for (const { from, mention } of draft.mentions) {
    if (mention.form !== 'NAME' || history.figure(mention.entity)?.entity.kind !== 'PERSON') continue
    // "the transport minister, Ann Reed"
    const end = words[from - 1] === ',' ? from - 1 : from
    for (const role of rolesBefore(gazetteer, words, syntax.sentenceAt(from).from, end)) found.set(role, (found.get(role) ?? new Set<string>()).add(mention.entity))
  }
  known.set(scene, found)
  return found
}
