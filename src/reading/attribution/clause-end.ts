// Where the clause ends that a verb of attitude or will holds.
import { isTimeNoun, timeWords } from '../lexicon/time-words.ts'
import { isDash, type Syntax } from '../syntax.ts'

/** The end of "praised the plan | last week", "endorsed Ms Reed | after the vote". */
export function isClauseEnd(syntax: Syntax, from: number, at: number, end: number): boolean {
  const token = syntax.token(at)
  if (!token) return true
  const word = token.lower
  if (word === ';' || isDash(word)) return true
  // "urged them to stay, even if it rains"
  if (word === ',' && syntax.word(at + 1) === 'even' && syntax.word(at + 2) === 'if') return false
  if (word === ',') return !isListComma(syntax, at, end) && !isSetIn(syntax, at, end)
  const noun = syntax.nounAt(at)
  if (noun && noun.from === at && !/^(?:before|after|since|until)$/u.test(syntax.word(at - 1)) && (timeWords.has(syntax.word(noun.head)) || (isTimeNoun(syntax.word(noun.head)) && /^(?:this|last|next|earlier)$/u.test(word)))) return true
  if (/^(?:on|in|late|early)$/u.test(word) && timeWords.has(syntax.word(syntax.nounAt(at + 1)?.head ?? at + 1))) return true
  if (isDatingDeed(syntax, from, at) || (word === 'but' && isInRelative(syntax, from, at))) return false
  if (/^(?:while|because|although|though|when|after|before|since|during|unless|until|if|but|amid)$/u.test(word)) return !(word === 'if' && syntax.word(at - 1) === 'even')
  if (word === 'as') return syntax.verbAt(syntax.nounAt(at + 1)?.to ?? -1)?.form === 'finite'
  return word === 'and' && (syntax.verbAt(afterAdverbs(syntax, at + 1))?.form === 'finite')
}

/** "to shred receipts days | before an audit", "denied having been told | before this week": a time that belongs to the deed, with no clause of its own. */
function isDatingDeed(syntax: Syntax, from: number, at: number): boolean {
  if (!/^(?:before|after|since|until)$/u.test(syntax.word(at))) return false
  if (/^(?:seconds|minutes|hours|days|weeks|months|years|moments|shortly|just|soon|immediately|long)$/u.test(syntax.word(at - 1))) return true
  const noun = syntax.nounAt(at + 1)
  if (noun?.from !== at + 1 || syntax.verbAt(noun.to)?.form === 'finite') return false
  for (let before = at - 1; before >= from; before--) {
    const verb = syntax.verbAt(before)
    if (verb) return verb.form !== 'finite' || syntax.word(verb.from - 1) === 'having'
    if (/^[,;:]$/u.test(syntax.word(before))) return false
  }
  return false
}

/** "a deal that would raise pay | but required them to stay": the clause of the relative goes on. */
function isInRelative(syntax: Syntax, from: number, joint: number): boolean {
  if (syntax.verbAt(joint + 1)?.form !== 'finite') return false
  for (let at = joint - 1; at >= from && !/^[,;:]$/u.test(syntax.word(at)); at--) if (/^(?:that|which|who)$/u.test(syntax.word(at)) && syntax.verbAt(at + 1) && syntax.nounAt(at - 1)?.to === at) return true
  return false
}

/** "accused Mr Hale, whose party lost, of lying": the comma before what is set in. */
function isSetIn(syntax: Syntax, at: number, end: number): boolean {
  if (!/^(?:who|whose|which|whom)$/u.test(syntax.word(at + 1))) return false
  for (let next = at + 2; next < Math.min(end, at + 25); next++) if (syntax.word(next) === ',') return /^(?:of|for|as|to)$/u.test(syntax.word(next + 1))
  return false
}

/** "four votes for Reed, 31 for Hale and two abstentions": a comma between noun phrases of which the last follows "and". */
function isListComma(syntax: Syntax, at: number, end: number): boolean {
  for (let next = at + 1; next < Math.min(end, at + 14); next++) {
    const word = syntax.word(next)
    if (syntax.verbAt(next) || /^[;:.]$/u.test(word)) return false
    if (word === 'and' || word === 'or') return syntax.nounAt(next + 1) !== undefined && syntax.verbAt(next + 1) === undefined
  }
  return false
}

/** The first word behind adverbs: "and later | said". */
export function afterAdverbs(syntax: Syntax, from: number): number {
  let at = from
  while (at < from + 3 && syntax.token(at)?.tag === 'ADV' && !syntax.verbAt(at)) at++
  return at
}
