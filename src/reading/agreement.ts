// Whether a verb can be a subject's, by number: "workers admit", "she admits".
import type { Stretch, VerbGroup } from './draft.ts'
import type { Syntax } from './syntax.ts'

/** Whether a verb of the present is one of several and its subject one, or the other way round; where the words tell. */
export function disagree(syntax: Syntax, { head, from, to }: Stretch & { readonly head: number }, verb: VerbGroup): boolean {
  const { lower = '', lemma = '' } = syntax.token(verb.head) ?? {}
  if (verb.from !== verb.head || /^(?:read|put|cut|hit|set|let|bet)$/u.test(lemma)) return false
  const one = lower !== lemma && /^(?:e?s|ies)$/u.test(lower.slice(Math.max(1, lemma.length - (lower.endsWith('ies') ? 1 : 0))))
  if (!one && lower !== lemma) return false
  const own = syntax.token(head)
  if (!own) return false
  if (/^(?:he|she|it)$/u.test(own.lower)) return !one
  if (/^(?:they|we|i|you)$/u.test(own.lower)) return one
  for (let at = from; at < to; at++) if (/^(?:and|or|of)$/u.test(syntax.word(at))) return false
  if (own.tag === 'NOUN' && own.lower !== own.lemma && own.lower.endsWith('s')) return one
  return !one && own.tag === 'PROPN' && !/(?:s|people|police)$/u.test(own.lower)
}
