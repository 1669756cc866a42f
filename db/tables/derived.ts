// What rows hold beside what a Reading says: made from it, kept for search and order, recomputed by `verify`.
import type { Mark } from '../../src/model/passage.ts'
import type { ReadRelationship, ReadSentence, ReadStatement } from '../../src/model/reading.ts'

/** Where a statement begins: the first of its marks. */
export function startOfStatement({ source, cue, content }: ReadStatement): number {
  return Math.min(source?.start ?? Infinity, cue?.start ?? Infinity, firstOffset(content))
}

export function startOfRelationship({ evidence }: ReadRelationship): number {
  return firstOffset(evidence)
}

/** The words of a statement's content. */
export function textOfStatement({ content }: ReadStatement): string {
  return content.map(mark => mark.text).join(' … ')
}

export function labelOfStatement({ cue }: ReadStatement): string {
  return cue?.text ?? 'said'
}

/** What search finds a relationship by. */
export function textOfRelationship({ label, evidence }: ReadRelationship): string {
  return [label, ...evidence.map(mark => mark.text)].join('\n')
}

/** The position, from 1, of the last sentence that begins at the offset or before it. */
export function sentenceAt(sentences: readonly ReadSentence[], offset: number): number {
  return Math.max(1, firstIndex(sentences, sentence => sentence.start > offset))
}

/** The index of the first of which it is true, in a list where it is true of all behind that; the list's length where of none. */
export function firstIndex<Each>(list: readonly Each[], isTrue: (each: Each) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(list[middle] as Each)) high = middle // middle is below high
    else low = middle + 1
  }
  return low
}

export function spanJson(mark: Mark | undefined): string | null {
  return mark ? JSON.stringify([mark.start, mark.end]) : null
}

export function spansJson(marks: readonly Mark[]): string {
  return JSON.stringify(marks.map(mark => [mark.start, mark.end]))
}

function firstOffset(marks: readonly Mark[]): number {
  return marks.reduce((first, mark) => Math.min(first, mark.start), Infinity)
}
