// Where the tagger takes a verb for a noun: “Ms Reed notes”, "Hale slams the plan", "militants beheaded a hostage".
import type { Tag } from './draft.ts'
import { nounsOfThat } from './lexicon/cue-nouns.ts'
import { frames } from './lexicon/cues.ts'
import { kindOfSpeaker } from './lexicon/speakers.ts'
import { baseOf, informed, misread, onlyVerb, saidAtMarks, saidBeforeName, saidBehindMarks, verbOf } from './said-as-nouns.ts'
import { accused, afterPast, andDoing, being, british, capped, developed, doing, doneToName, had, heading, insideMarks, irregular, lead, leading, lives, ofChildren, opensQuotation, past, people, plenary, pop, severalDo, since, singularDoes, toPeople, verb, voiceOver, whoDoes, wrong } from './taken-for-nouns.ts'
import { givenName, isCapital, letters, month, mostDoing, setInName, surname, surnameBehindName, will } from './taken-for-verbs.ts'
import type { Tagged } from './tagger.ts'
import type { Word } from './words.ts'

/** What a word is after all; undefined where the tagger is believed. */
type Rule = (words: readonly Word[], tags: readonly Tagged[], at: number) => Tagged | undefined

/** In this order, by the tag that the tagger gave. */
const rules: Partial<Record<Tag, readonly Rule[]>> = {
  ADP: [per, voiceOver],
  DET: [joining, relative],
  NUM: [ofChildren],
  NOUN: [irregular, saidAtMarks, saidBehindMarks, saidBeforeName, lives, saidBySome, sayingThat, saysThat, severalSay, saidByBoth, done, month, bearing, withParticle, sayingInPresent, whoDoes, singularDoes, andDoing, insideMarks, british, severalDo, onlyVerb, doing],
  PROPN: [withParticle, sayingInPresent, onlyVerb],
  ADJ: [capped, informed, saidAtMarks, saidBehindMarks, saidBeforeName, plenary, promising, surname, sayingThat, done, somebody, helped, alleged, ofAge, future, doneToName],
  VERB: [mostDoing, people, misread, accused, being, lead, leading, developed, givenName, surnameBehindName, surname, comment, object, heading, had, afterPast, owned, ownedDoing, setInName, thinkTank, elect, imagined],
  ADV: [letters, surname, asWhat, past, pop, wrong],
  AUX: [givenName, surname, month, initials, will],
  INTJ: [surname],
  PART: [toPeople],
  SCONJ: [since],
  X: [surname],
}

const none: readonly Rule[] = []

/** The tags of a sentence's words, mended. */
export function mended(words: readonly Word[], tags: readonly Tagged[]): readonly Tagged[] {
  // In a headline every word has a capital.
  let capitals = 0
  for (const { text } of words) if (isCapital(text)) capitals++
  const isHeadline = capitals > words.length / 2
  return tags.map((tagged, at) => {
    for (const rule of rules[tagged.tag] ?? none) {
      const other = isHeadline && (rule === surname || rule === initials || rule === per) ? undefined : rule(words, tags, at)
      if (other) return other
    }
    return tagged
  })
}

/** "told her that people who …": no "that people". */
function joining(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'that' && tags[at + 1]?.tag === 'NOUN' && /(?:[^s]s|people|men|women|children)$/u.test(words[at + 1]?.text ?? '') ? { tag: 'SCONJ', lemma: 'that' } : undefined
}

/** "a debate in which ministers accused …": no "which ministers", as in "no idea in which town". */
function relative(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const before = words[at - 2]?.lower ?? ''
  return words[at]?.lower === 'which' && tags[at - 1]?.tag === 'ADP' && tags[at - 2]?.tag === 'NOUN' && !/^(?:idea|question|doubt|clue|matter)s?$/u.test(before) ? { tag: 'PRON', lemma: 'which' } : undefined
}

/** "served as chief executive": no "as big a plan as". */
function asWhat(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const leads = words[at]?.text === 'as' && /^(?:VERB|PROPN)$/u.test(tags[at - 1]?.tag ?? '') && tags[at + 1]?.tag === 'ADJ' && tags[at + 2]?.tag === 'NOUN'
  return leads && !words.slice(at + 2, at + 6).some(({ text }) => text === 'as') ? { tag: 'ADP', lemma: 'as' } : undefined
}

/** "finance chief Per Nyberg" */
function per(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'Per' && at > 0 && tags[at - 1]?.tag !== 'PUNCT' && tags[at + 1]?.tag === 'PROPN' && words[at + 1]?.capital ? { tag: 'PROPN', lemma: 'per' } : undefined
}

/** "is promising to go", "with Ann Reed recently promising to go" */
function promising(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /^(?:promising|threatening)$/u.test(word) && /^(?:to|that)$/u.test(words[at + 1]?.text ?? '') && (tags[at - 1]?.tag === 'AUX' || isAccompanied(words, tags, at)) ? verb(baseOf(word)) : undefined
}

/** "with Ann Reed recently |" */
function isAccompanied(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  let first = at - 1
  while (first > at - 6 && /^(?:ADV|PROPN|DET|NOUN)$/u.test(tags[first]?.tag ?? '')) first--
  return first < at - 1 && words[first]?.lower === 'with'
}

/** "a think tank", "the German works council", "a hedge fund": no verb. */
function thinkTank(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  if (words[at]?.text === 'works' && /^councils?$/u.test(words[at + 1]?.text ?? '')) return { tag: 'NOUN', lemma: 'works' }
  if (words[at]?.text === 'hedge' && /^funds?$/u.test(words[at + 1]?.text ?? '')) return { tag: 'NOUN', lemma: 'hedge' }
  return words[at]?.text === 'think' && /^tanks?$/u.test(words[at + 1]?.text ?? '') ? { tag: 'NOUN', lemma: 'think' } : undefined
}

/** "is alleged to have left" */
function alleged(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  // "Musa Garba, alleged massive rigging"
  if (words[at]?.text === 'alleged' && words[at - 1]?.text === ',' && tags[at - 2]?.tag === 'PROPN' && words[at + 1]?.text !== ',') return verb('allege')
  return words[at]?.text === 'alleged' && tags[at - 1]?.tag === 'AUX' && /^(?:to|that|[,.;])$/u.test(words[at + 1]?.text ?? '') ? verb('allege') : undefined
}

/** "IS fighters", "the IS attacks": no verb. */
function initials(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (!/^\p{Lu}{2}$/u.test(word) || tags[at + 1]?.tag !== 'NOUN') return undefined
  return (words[at + 1]?.text ?? '').endsWith('s') && /^(?:DET|ADP|PRON|PUNCT|CCONJ|VERB|undefined)$/u.test(`${tags[at - 1]?.tag}`) ? { tag: 'PROPN', lemma: word.toLowerCase() } : undefined
}

/** "the complaint alleged that", ", reasoning that" */
function sayingThat(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at + 1]?.text !== 'that' || /^(?:DET|ADJ|ADP)$/u.test(tags[at - 1]?.tag ?? '') || isOwnedSaying(words, tags, at) ? undefined : verb(baseOf(words[at]?.text ?? ''))
}

/** "the bank’s warning that prices would rise | was ignored": a verb of the sentence’s own follows that of the clause; else the bank is warning. */
function isOwnedSaying(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  if (!nounsOfThat.has(words[at]?.text ?? '') || !/^['’]s?$/u.test(words[at - 1]?.text ?? '')) return false
  return tags.some(({ tag }, next) => next > at + 3 && tag === 'VERB' && /^(?:VERB|AUX)$/u.test(tags[next + 1]?.tag ?? '') && !/(?:ing|^be|^been)$/u.test(words[next + 1]?.text ?? ''))
}

/** "Some say Kelt bombed Harl", "Many fear it": no "some say". */
function saidBySome(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (!/^(?:some|many|most|others|few|several|all|both)$/iu.test(words[at - 1]?.text ?? '') || !/^(?:say|think|claim|believe|argue|fear|insist|hope|suspect|doubt|report|warn|allege)$/u.test(word)) return undefined
  return /^(?:PROPN|PRON|DET)$/u.test(tags[at + 1]?.tag ?? '') ? { tag: 'VERB', lemma: word } : undefined
}

/** "The union claims that …", "…, but the Lake Journal reports that …": behind whoever can say so, at the start of a clause. */
function saysThat(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const ends = words[at + 1]?.text === '.' && at > 5
  if (words[at + 1]?.text !== 'that' && !ends) return undefined
  const word = words[at - 1]?.text ?? ''
  if (tags[at - 1]?.tag !== 'PROPN' && kindOfSpeaker(word, word) === 'TOPIC') return undefined
  let first = at - 1
  while (/^(?:ADJ|NOUN|PROPN)$/u.test(tags[first]?.tag ?? '')) first--
  // "He left, the Lake Journal reports."
  if (ends && !/^(?:,|["”’]|'')$/u.test(words[first - 1]?.text ?? '')) return undefined
  const opens = ends || first === 0 || /^(?:[,;:]|and|but|while|though|that)$/u.test(words[first - 1]?.text ?? '')
  return tags[first]?.tag === 'DET' && first < at - 1 && opens ? verb(verbOf(words[at]?.lower ?? '')) : undefined
}

/** "posted a Twitter comment of her own", "said in a television address that": behind "a" and a noun no verb stands so. */
function comment(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  if (words[at]?.text !== lemma || !/^an?$/iu.test(words[at - 2]?.text ?? '') || !frames.has(lemma)) return undefined
  return /^(?:NOUN|PROPN)$/u.test(tags[at - 1]?.tag ?? '') && (/^(?:ADP|PUNCT)$/u.test(tags[at + 1]?.tag ?? '') || words[at + 1]?.text === 'that') ? { tag: 'NOUN', lemma } : undefined
}

/** "from praise to hopes of more", "to rallies": no infinitive ends so. */
function object(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  return words[at - 1]?.text === 'to' && [`${lemma}s`, `${lemma}es`, `${lemma.slice(0, -1)}ies`].includes(words[at]?.text ?? '') ? { tag: 'NOUN', lemma } : undefined
}

/** "his comment that", "Hale’s comment that": a noun. */
function owned(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  return words[at]?.text === lemma && words[at + 1]?.text === 'that' && nounsOfThat.has(lemma) && /^(?:his|her|its|their|my|our|your|['’]s)$/u.test(words[at - 1]?.text ?? '') ? { tag: 'NOUN', lemma } : undefined
}

/** "familiar with Reed’s thinking": a noun; but "Reed’s thinking of it". */
function ownedDoing(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return word.endsWith('ing') && /^['’]s$/u.test(words[at - 1]?.text ?? '') && tags[at + 1]?.tag === 'VERB' && /(?:ed|said|s)$/u.test(words[at + 1]?.text ?? '') ? { tag: 'NOUN', lemma: word.toLowerCase() } : undefined
}

/** "have both accused the army" */
function saidByBoth(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return tags[at - 2]?.tag === 'AUX' && /^(?:both|all|each)$/u.test(words[at - 1]?.text ?? '') ? verb(baseOf(words[at]?.text ?? '')) : undefined
}

/** "Critics charge that …", "Aid agencies fear that …", "Residents claim the army left": several who can say so, where a clause begins. */
function severalSay(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  const next = words[at + 1]?.text ?? ''
  const says = /^(?:charge|claim|fear|hope|report|demand|doubt|estimate|forecast|question|warn|say|argue|insist|suspect|allege|note)$/u.test(word) || (next === 'that' && frames.get(word)?.has('say'))
  if (!says || !(next === 'that' || tags[at + 1]?.tag === 'DET' || /^(?:he|she|it|they)$/u.test(next))) return undefined
  const who = words[at - 1]?.text.toLowerCase() ?? ''
  const one = who.replace(/s$/u, '').replace(/ie$/u, 'y')
  if (!who.endsWith('s') || kindOfSpeaker(one, one) === 'TOPIC') return undefined
  let first = at - 1
  while (/^(?:ADJ|NOUN|PROPN|DET|NUM)$/u.test(tags[first]?.tag ?? '')) first--
  return first < 0 || /^(?:[,;:]|["“]|and|but|while|though|as|where)$/u.test(words[first]?.text ?? '') ? { tag: 'VERB', lemma: word } : undefined
}

/** "the president-elect" */
function elect(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /^\p{L}+-(?:elect|designate)$/u.test(word) ? { tag: 'NOUN', lemma: word } : undefined
}

/** "an imagined future": behind "an" stands no verb. */
function imagined(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return (words[at]?.text ?? '').endsWith('ed') && /^an?$/u.test(words[at - 1]?.text ?? '') && /^(?:NOUN|ADJ|NUM)$/u.test(tags[at + 1]?.tag ?? '') ? { tag: 'ADJ', lemma: words[at]?.text ?? '' } : undefined
}

/** "in an imagined future, …": the noun, where no other follows. */
function future(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return /^(?:future|past)$/u.test(words[at]?.text ?? '') && /^(?:ADJ|DET|VERB)$/u.test(tags[at - 1]?.tag ?? '') && tags[at + 1]?.tag === 'PUNCT' ? { tag: 'NOUN', lemma: words[at]?.text ?? '' } : undefined
}

/** "militants beheaded a hostage", "a ship rescued 60", "and looted a bank", "soldiers shot her": between a noun and an article or number stands a verb. */
function done(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  const before = tags[at - 1]?.tag
  if (word === 'shot' && before === 'NOUN' && (articles.has(words[at + 1]?.text ?? '') || /^(?:NUM|PROPN)$/u.test(tags[at + 1]?.tag ?? '')) && (words[at - 1]?.text ?? '').endsWith('s')) return verb('shoot')
  if (tags[at]?.tag === 'ADJ' && before === 'CCONJ' && /^(?:an?|the)$/u.test(words[at + 1]?.text ?? '') && /^\p{Ll}{3,20}ed$/u.test(word)) return verb(word.slice(0, -2))
  // "Ann Reed married Dan Hale"
  if (tags[at]?.tag === 'ADJ' && before === 'PROPN' && tags[at - 2]?.tag === 'PROPN' && tags[at + 1]?.tag === 'PROPN' && tags[at + 2]?.tag === 'PROPN' && /^\p{Ll}{3,20}ed$/u.test(word)) return verb(word.slice(0, -2))
  // "Ola Berg branded referee Dan Hale": a name on both sides, the second behind what he is.
  if (tags[at]?.tag === 'ADJ' && before === 'PROPN' && tags[at - 2]?.tag === 'PROPN' && tags[at + 1]?.tag === 'NOUN' && tags[at + 2]?.tag === 'PROPN' && tags[at + 3]?.tag === 'PROPN' && frames.get(baseOf(word) ?? '')?.has('judge')) return verb(baseOf(word) ?? word)
  return (articles.has(words[at + 1]?.text ?? '') || tags[at + 1]?.tag === 'NUM') && (before === 'NOUN' || before === 'PROPN') && /^\p{Ll}{3,20}ed$/u.test(word) ? verb(word.slice(0, -2)) : undefined
}

const articles = new Set(['a', 'an', 'the', 'his', 'her', 'its', 'their'])

/** "a hat reading, “…”" */
function bearing(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /^(?:read|say)ing$/u.test(word) && opensQuotation(words, at + (/^[,:]$/u.test(words[at + 1]?.text ?? '') ? 2 : 1)) ? verb(word.slice(0, -3)) : undefined
}

/** "Hale shot back", "Reed points out" */
function withParticle(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const [particle, lemma] = phrasal.get(words[at]?.text ?? '') ?? []
  return lemma !== undefined && words[at + 1]?.text === particle && followsName(words, tags, at) ? verb(lemma) : undefined
}

/** Behind which particle, and what lemma such a verb has. */
const phrasal: ReadonlyMap<string, readonly [string, string]> = new Map([['shot', ['back', 'shoot']], ['shoots', ['back', 'shoot']], ['hit', ['back', 'hit']], ['hits', ['back', 'hit']], ['fires', ['back', 'fire']], ['points', ['out', 'point']]])

/** “Ms Reed notes”, "Hale slams the plan", "The ad claims “…”" */
function sayingInPresent(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const lemma = verbOf(words[at]?.lower ?? '')
  // "European rules “have teeth”"
  if (words[at]?.text === 'rules' && /(?:ean|ian|ish|ese|can)$/u.test(words[at - 1]?.text ?? '')) return undefined
  return lemma !== undefined && ((followsName(words, tags, at) && leadsToContent(words, tags, at)) || isSaidBehindComma(words, tags, at) || isSaidByThing(words, tags, at) || isSaidByPaper(words, tags, at)) ? verb(lemma) : undefined
}

/** "Ann Reed, a judge, notes that …", "Article 33 affirms: “…”" */
function isSaidBehindComma(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  if (words[at + 1]?.text === ':') return /^(?:NUM|PROPN)$/u.test(tags[at - 1]?.tag ?? '') && opensQuotation(words, at + 2)
  return words[at - 1]?.text === ',' && tags[0]?.tag === 'PROPN' && (words[at + 1]?.text === 'that' || (/^(?:he|she|it|they)$/u.test(words[at + 1]?.text ?? '') && /^(?:VERB|AUX)$/u.test(tags[at + 2]?.tag ?? '')))
}

/** "a Russian general told", "the union claims that", "said to the general that", "the base chief known as Bob": an adjective that no noun follows is the noun, where it can mean a person. */
function somebody(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  // "Its rival, Ola Berg,"
  const isOwned = /^(?:his|her|its|their|my|our|your)$/u.test(words[at - 1]?.lower ?? '') && (words[at + 1]?.text !== ',' || tags[at + 2]?.tag === 'PROPN' || tags[at + 2]?.tag === 'DET')
  // "the attorney general’s office"
  const isOwner = /^['’]s$/u.test(words[at + 1]?.text ?? '') && tags[at - 1]?.tag === 'NOUN'
  if (isOwner && kindOfSpeaker(word, word) !== 'TOPIC') return { tag: 'NOUN', lemma: tags[at]?.lemma ?? word }
  if (!(isOwned || words[at - 1]?.lower === 'one' || /^(?:DET|ADJ|NOUN|PROPN)$/u.test(tags[at - 1]?.tag ?? '')) || !/^(?:VERB|AUX|SCONJ|PUNCT|ADP)$/u.test(tags[at + 1]?.tag ?? 'PUNCT') && !saysThat(words, tags, at + 1)) return undefined
  return kindOfSpeaker(word, word) !== 'TOPIC' ? { tag: 'NOUN', lemma: tags[at]?.lemma ?? word } : undefined
}

/** "will close its plant", "could clean the river": an adjective between a modal and an object is a verb. */
function helped(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return /^(?:will|would|can|could|may|might|shall|should|must|to)$/iu.test(words[at - 1]?.text ?? '') && /^(?:an?|the|his|her|its|their|my|our|your)$/u.test(words[at + 1]?.text ?? '') ? verb(tags[at]?.lemma) : undefined
}

/** "said the 46-year-old" */
function ofAge(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /-year-olds?$/u.test(word) && !/^(?:NOUN|PROPN|ADJ)$/u.test(tags[at + 1]?.tag ?? '') ? { tag: 'NOUN', lemma: word } : undefined
}

/** A name or "he" stands before, with no article: "the Reed claims" are a noun. */
function followsName(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const before = words[at - 1]?.lower ?? ''
  if (/^(?:he|she|who)$/u.test(before)) return true
  let first = at - 1
  while (first >= 0 && tags[first]?.tag === 'PROPN') first--
  if (first === at - 1) return false
  // "The Department of Forests notes, “…”"
  if (words[at + 1]?.text === ',' && /^["“‘]$/u.test(words[at + 2]?.text ?? '') && !/^['’]s?$/u.test(words[first]?.text ?? '')) return true
  return tags[first]?.tag !== 'DET' && !/^(?:['’]s?|of|in|for|to|by|with|from|and|or)$/u.test(words[first]?.text ?? '')
}

/** "The ad claims “…”", "his email to supporters notes that": a noun stands before, and what is said behind. */
function isSaidByThing(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const before = tags[at - 1]?.tag
  const next = at + (words[at + 1]?.text === ',' ? 2 : 1)
  return (before === 'NOUN' || words[at - 1]?.text === 'which') && (words[next]?.text === 'that' || opensQuotation(words, next))
}

/** "…, said Ann Reed, reports The Star." */
function isSaidByPaper(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  let to = at + (tags[at + 1]?.tag === 'DET' ? 2 : 1)
  const first = to
  while (isCapital(words[to]?.text ?? '')) to++
  return words[at]?.text === 'reports' && words[at - 1]?.text === ',' && to > first && /^[.,]$/u.test(words[to]?.text ?? '.')
}

function leadsToContent(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const next = words[at + 1]?.lower ?? '.'
  if (/^(?:that|to|how|why|what|for|[.,:?!"“‘'])$/u.test(next)) return true
  return /^(?:DET|PRON|PROPN|ADJ|NUM)$/u.test(tags[at + 1]?.tag ?? '')
}
