// Words that a text breaks in two ("t hey need") put together, for search only: whoever looks for "they" finds them.

/** The words that result from joining each stray single letter to the word behind it; the words "a", "I" and initials are no strays. */
export function mendedWords(text: string): string {
  const words = new Set<string>()
  for (const match of text.matchAll(/(?<![\p{L}\p{N}’'.])([b-hj-zB-HJ-Z]) (\p{Ll}{2,30})(?![\p{L}\p{N}])/gu)) {
    words.add(`${match[1]}${match[2]}`)
  }
  return [...words].join(' ')
}
