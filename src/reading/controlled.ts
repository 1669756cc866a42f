// Participles and infinitives that are said of the object before them: "slammed Mr Hale for saying", "made him say", "a video of her saying".
import type { NounPhrase, VerbGroup } from './draft.ts'
import { frames } from './lexicon/cues.ts'
import { kindOfSpeaker } from './lexicon/speakers.ts'
import { quotingOf } from './quoting.ts'
import type { Syntax } from './syntax.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** "prompted Ms Reed to say": she says it. */
const making = set('bring drive leave send hire prompt lead cause push force allow require let get ask urge tell order want expect persuade encourage invite press advise warn enable help permit inspire provoke instruct beg challenge dare')
/** "showed Mr Hale saying": he says it. */
const perceiving = set('show feature depict see hear quote misquote cite catch film record find have include watch portray picture capture')
/** "accused Ms Reed of saying": she says it. */
const blaming = set('accuse suspect convict acquit absolve clear')
/** How far before its participle the verb is looked for that names an object, in words. */
const reach = 20

/** The noun phrase that does what a participle or infinitive says, where that is the object of the verb before it. */
export function controllerOf(syntax: Syntax, verb: VerbGroup, start: number): NounPhrase | undefined {
  if (verb.form === 'infinitive') return objectBefore(syntax, verb, start, lemma => making.has(lemma)) ?? namedBefore(syntax, verb, start)
  const before = syntax.word(verb.from - 1)
  // "accused Kelt of supporting": Kelt supports.
  if (before === 'of') return objectBefore(syntax, verb, start, lemma => blaming.has(lemma))
  if (before === 'for') return objectBefore(syntax, verb, start, lemma => frames.get(lemma)?.has('judge') === true)
  if (before === 'as') return quotingOf(syntax, verb)?.whom
  const noun = syntax.nounAt(verb.from - 1)
  if (!noun || noun.to !== verb.from || noun.from < start) return undefined
  if (syntax.word(noun.from - 1) === 'of' && syntax.token(noun.head)?.tag === 'PROPN') return noun
  const other = syntax.verbAt(noun.from - 1)
  return other && perceiving.has(syntax.token(other.head)?.lemma ?? '') ? noun : undefined
}

/** "a chance for Mr Hale to say", "the first senator to endorse": the noun phrase that touches the infinitive. */
function namedBefore(syntax: Syntax, verb: VerbGroup, start: number): NounPhrase | undefined {
  const noun = syntax.nounAt(verb.from - 1)
  if (!noun || noun.to !== verb.from || noun.from <= start) return undefined
  const { tag, lower } = syntax.token(noun.head) ?? {}
  const before = syntax.word(noun.from - 1)
  if (before === 'for' || (before === 'on' && /^(?:pressure|calls?)$/u.test(syntax.word(noun.from - 2)))) return tag === 'PROPN' || /^(?:him|her|them)$/u.test(lower ?? '') || kindOfSpeaker(syntax.token(noun.head)?.lemma ?? '', lower ?? '') !== 'TOPIC' ? noun : undefined
  // "the right of towns to decide"
  if (before === 'of' && /^(?:right|power|freedom|duty|ability|refusal|failure|readiness|willingness|decision|attempts?|efforts?|job|task)$/u.test(syntax.word(noun.from - 2))) return noun
  return tag === 'NOUN' && /^(?:first|last|latest|only)$/u.test(syntax.word(noun.from + 1)) ? noun : undefined
}

/** The object of the nearest verb before; none where a comma or another’s words stand between. */
function objectBefore(syntax: Syntax, verb: VerbGroup, start: number, fits: (lemma: string) => boolean): NounPhrase | undefined {
  for (let at = verb.from - 1; at >= Math.max(start, verb.from - reach); at--) {
    if (syntax.quotationAt(at) !== syntax.quotationAt(verb.head)) return undefined
    const other = syntax.verbAt(at)
    // "prompted Ms Reed, who counts towns, to say"
    if (!other || /^(?:who|which)$/u.test(syntax.word(other.from - 1))) continue
    // "called on both sides to respect", "appealed to them to go"
    const from = /^(?:call on|call upon|appeal to)$/u.test(`${syntax.token(other.head)?.lemma ?? ''} ${syntax.word(other.to)}`) ? other.to + 1 : other.to
    const noun = syntax.nounAt(from)
    return !other.passive && noun?.from === from && noun.to <= verb.from && (from > other.to || fits(syntax.token(other.head)?.lemma ?? '')) ? noun : undefined
  }
  return undefined
}
