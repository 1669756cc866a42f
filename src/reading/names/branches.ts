// Bodies named after what they are of and where: "CropLife Europe", "Greenpeace India".
import type { Gazetteer, GazetteerEntry } from '../gazetteer.ts'

/** Whether the words up to `to` are a body's name that goes on with this country or continent: capitals inside a word, or a firm or charity that is known. */
export function isBranch({ gazetteer, words }: { readonly gazetteer: Gazetteer; readonly words: readonly string[] }, at: number, to: number, entries: readonly GazetteerEntry[]): boolean {
  if (words[to] === words[to]?.toUpperCase() || !entries.some(isWide)) return false
  if (to - at === 1 && /\p{Ll}\p{Lu}\p{Ll}/u.test(words[at] ?? '') && !/^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz)\p{Lu}/u.test(words[at] ?? '')) return true
  const body = gazetteer.match(words, at)
  return body?.length === to - at && body.entries.some(hasBranches)
}

/** "BBC Radio | Leeds", "Radio | Varen": a station and where it sends. */
export function isStation(words: readonly string[], to: number): boolean {
  return words[to - 1] === 'Radio'
}

/** A country or continent by its name. */
function isWide(entry: GazetteerEntry): boolean {
  return entry.by === 'name' && (entry.kind === 'COUNTRY' || (entry.kind === 'PLACE' && entry.known.type === 'REGION'))
}

/** Such bodies have one in many countries. */
function hasBranches(entry: GazetteerEntry): boolean {
  return entry.kind === 'ORGANISATION' && (entry.known.type === 'NGO' || entry.known.type === 'COMPANY') && !entry.ambiguous
}
