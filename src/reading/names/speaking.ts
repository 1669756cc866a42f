// Single names that nothing tells of but that they speak: "Westrup said", "told us, Nordvik reported".
import type { Draft, Token } from '../draft.ts'
import { gazetteerFor } from '../gazetteer.ts'
import { isDocument } from '../lexicon/documents.ts'
import { lettersOfThings, neverGiven } from '../lexicon/name-words.ts'
import { kindOfSpeaker, leaning, nobodyInParticular } from '../lexicon/speakers.ts'
import type { NameSpan } from './span.ts'

/** What stands behind the name of a body and never behind a person's. */
const ofBodies = new Set('website site app users reporter reporters correspondent staff staffers headquarters executives employees shareholders customers subscribers readers newsroom'.split(' '))

/** What a body has behind "whose". */
const ofOwners = new Set('chairman chairwoman chair chief shares board founder headquarters members branch leader leaders shareholders customers employees workers factory factories plant plants parent owners'.split(' '))

type Guess = Pick<NameSpan, 'kind' | 'rule' | 'reason' | 'confidence'>

/** What a name is taken for throughout, by its word: of each that speaks somewhere. */
export function speakingNames(draft: Draft, spans: readonly NameSpan[]): ReadonlyMap<string, Guess> {
  const heads = new Set(draft.attributions.flatMap(({ source, cue }) => (source && cue ? [source.head] : [])))
  const found = new Map<string, Guess>()
  const wholes = new Map<string, Guess>()
  const bodies = new Set<string>()
  const gazetteer = gazetteerFor(draft.knowledge)
  const places = new Map<string, { inside: boolean; count: number }>()
  for (const span of spans) {
    const token = draft.tokens[span.head]
    if (!token || span.kind || span.known || isPartOfMore(draft, span)) continue
    if (span.to - span.from > 1) {
      // "Great Southern Rail said": no person's name begins so.
      if (heads.has(span.head) && neverGiven.has(draft.tokens[span.from]?.lower ?? '') && token.tag === 'PROPN' && draft.tokens[span.to]?.capital !== true) wholes.set(draft.words.slice(span.from, span.to).join(' '), body)
      continue
    }
    const known = places.get(token.text) ?? { inside: false, count: 0 }
    places.set(token.text, { inside: known.inside || !startsSentence(draft, span), count: known.count + 1 })
    if (isBody(draft, span, token)) bodies.add(token.text)
    if (heads.has(span.head) && isName(token) && !draft.written.has(token.lower) && !gazetteer.titleAt([token.text], 0)) found.set(token.text, somebody)
  }
  for (const name of found.keys()) {
    const { inside = false, count = 0 } = places.get(name) ?? {}
    // A word that only begins sentences may be a common one: "Singer", "Trouble", "Footage".
    const published = draft.metadata.publisher?.toLowerCase() === name.toLowerCase()
    if (!inside && !published && ((count < 2 && !bodies.has(name)) || isCommonShape(name.toLowerCase()))) found.delete(name)
    // "The Hales": a family, not a body.
    else if (bodies.has(name) && name.endsWith('s') && hasArticle(draft, name)) found.delete(name)
    else if (bodies.has(name)) found.set(name, body)
  }
  for (const [name, guess] of wholes) found.set(name, guess)
  return found
}

const somebody: Guess = { kind: 'PERSON', rule: 'NAME_THAT_SPEAKS', reason: 'It speaks, as somebody does whom readers know by one name.', confidence: 0.6 }
const body: Guess = { kind: 'ORGANISATION', rule: 'BODY_THAT_SPEAKS', reason: 'It speaks, and is written or spoken of as a body is.', confidence: 0.6 }

/** No common word that only begins a sentence: "Analysts", "Both", "Report"; no people: "Latinos", "the Hales". */
function isName(token: Token): boolean {
  const { tag, text, lower } = token
  if (tag !== 'PROPN' || !/^\p{Lu}.*\p{Ll}$/u.test(text) || leaning.has(lower) || nobodyInParticular.has(lower) || lettersOfThings.has(text.replace(/s$/u, ''))) return false
  return !/(?:icans|ians|inos|inas|ists|nials|ites|crats)$/u.test(lower) && !isCommon(lower) && !isDocument(token)
}

function isCommon(lower: string): boolean {
  const kind = kindOfSpeaker(lower, lower)
  return kind === 'ORGANISATION' || kind === 'GROUP' || kindOfSpeaker(lower.replace(/s$/u, ''), lower.replace(/s$/u, '')) === 'ORGANISATION'
}

function hasArticle({ tokens }: Draft, name: string): boolean {
  return tokens.some(({ text }, at) => text === name && tokens[at - 1]?.lower === 'the')
}

/** Plurals, and doers of something: "Aides", "Residents", "Singer". */
function isCommonShape(lower: string): boolean {
  return /[^s]s$/u.test(lower) || kindOfSpeaker(lower, lower) !== 'TOPIC'
}

/** "American | Legion", "13 | Hours": the end of a longer name. */
function isPartOfMore({ tokens }: Draft, { from }: NameSpan): boolean {
  const before = tokens[from - 1]
  return before !== undefined && before.sentence === tokens[from]?.sentence && (before.tag === 'NUM' || (before.capital && before.tag !== 'DET' && before.tag !== 'SCONJ' && before.tag !== 'ADP' && before.tag !== 'CCONJ' && before.tag !== 'ADV'))
}

function startsSentence({ tokens }: Draft, { from }: NameSpan): boolean {
  const before = tokens[from - 1]
  return before === undefined || before.sentence !== tokens[from]?.sentence || /^["“‘'«:(–—-]$/u.test(before.text)
}

/** Capitals inside, an article before, what only bodies have behind, or the publisher itself. */
function isBody({ tokens, metadata }: Draft, { from, to }: NameSpan, { text, lower }: Token): boolean {
  if (/\p{Ll}\p{Lu}/u.test(text) && !/^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O['’]|D['’])\p{Lu}\p{Ll}+$/u.test(text)) return true
  if (tokens[from - 1]?.lower === 'the' && /^(?:VERB|AUX|PUNCT|ADP)$/u.test(tokens[to]?.tag ?? 'PUNCT')) return true
  // "Kolmax, whose chairman left"
  if (tokens[to]?.text === ',' && tokens[to + 1]?.lower === 'whose' && [2, 3, 4].some(step => ofOwners.has(tokens[to + step]?.lower ?? ''))) return true
  // "Kolmax said it had closed its plant": no weather, and nobody
  if (isItself(tokens, to)) return true
  if (metadata.publisher !== undefined && metadata.publisher.toLowerCase() === lower) return true
  return ofBodies.has(tokens[to]?.lower === "'s" || tokens[to]?.lower === '’s' ? (tokens[to + 1]?.lower ?? '') : (tokens[to]?.lower ?? ''))
}

/** "said (that) | it has bought a rival", "said | it expects": what is "it" of its own clause, and no "it" of "it would be hard". */
function isItself(tokens: readonly Token[], verb: number): boolean {
  if (!/^(?:says?|said|announced|confirmed|denied|insisted|admitted|warned|added)$/u.test(tokens[verb]?.lower ?? '')) return false
  const it = [verb + 1, verb + 2].find(at => tokens[at]?.lower === 'it')
  if (it === undefined || (it > verb + 1 && tokens[verb + 1]?.lower !== 'that')) return false
  let at = it + 1
  while (at < it + 4 && (tokens[at]?.tag === 'AUX' || tokens[at]?.tag === 'ADV' || tokens[at]?.lower === 'not')) at++
  const deed = tokens[at]
  return deed?.tag === 'VERB' && !idle.has(deed.lemma) && !/^(?:that|if|whether|to)$/u.test(tokens[at + 1]?.lower ?? '')
}

/** What "it" does that is nothing: "it took two years", "it rained". */
const idle = new Set('be take seem appear come happen rain snow become get look feel mean matter depend turn make sound cost work help hurt go need require remain'.split(' '))
