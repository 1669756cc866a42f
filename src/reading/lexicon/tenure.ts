// Words that say how an office is held: no longer, not yet, perhaps, or only as somebody says. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Before a role that is no longer held. */
export const former = set('former ex onetime one-time then late')
/** The same, and verbs too: "rebels ousted President Reed". */
export const gone = set('ousted deposed toppled overthrown dethroned sacked dismissed fired slain murdered assassinated erstwhile previous last retired')

/** Of a role that is still to be held. */
export const coming = set('next incoming future designate designated elect nominated soon-to-be in-waiting')

/** Of a role that may come to be held, or be held. */
export const perhaps = set('likely possible potential probable prospective presumptive presumed would-be aspiring wannabe hopeful')

/** Of a role that somebody gives himself, or is said to have. */
export const calledSo = set(`self-proclaimed self-styled self-declared self-described self-appointed self-anointed self-professed so-called alleged suspected purported supposed reputed putative ostensible
  pretend bogus fake false sham fictional fictitious imaginary`)

/** Behind a name and a comma: "Ann Reed, once the leader of the club,". */
export const asides: ReadonlyMap<string, 'past' | 'perhaps' | 'not'> = new Map([
  ...['once', 'formerly', 'previously'].map(word => [word, 'past'] as const),
  ...['perhaps', 'possibly', 'probably', 'maybe'].map(word => [word, 'perhaps'] as const),
  ...['not', 'allegedly', 'reportedly', 'supposedly', 'purportedly'].map(word => [word, 'not'] as const),
])

/** "president-elect": what the word says besides. */
export const comingEnd = /-(?:elect|designate|in-waiting)$/iu

/** What a verb tells of the office named behind it: that somebody takes it, serves in it, or leaves it. */
export type Holding = 'takes' | 'serves' | 'leaves'

/** Verbs that tell of an office: passive behind "be", with a particle where they have one, and "as" where it leads to the office; its holder is the object where there is an `@`. */
export const officeVerbs: Readonly<Record<Holding, string>> = {
  takes: `become, be elected, be elected as, be re-elected, be re-elected as, be reelected, be reelected as, be appointed, be appointed as, be reappointed, be reappointed as, be named, be named as, be made, be chosen as, be installed as,
    be promoted to, be sworn in as, be inaugurated as, be confirmed as, be hired as, take over as, take office as, start as, return as, elect @ as, appoint @ as, reappoint @ as, name @ as, choose @ as, install @ as, hire @ as`,
  serves: 'serve as, act as, work as',
  leaves: `resign as, retire as, quit as, step down as, stand down as, step aside as, be removed as, be ousted as, be deposed as, be dismissed as, be fired as, be sacked as, remove @ as, oust @ as, depose @ as,
    fire @ as, sack @ as`,
}

/** Those whose object holds the office. */
export const appointing: ReadonlySet<string> = new Set(Object.values(officeVerbs).flatMap(phrases => phrases.split(',').map(phrase => phrase.trim().split(/\s+/u)).flatMap(([verb = '', object]) => (object === '@' ? [verb] : []))))
