// Words and names return from article to article: what was made of them is kept, up to so many.

/** The same as `of`, which must be pure; made once for each of the last so many. */
export function remembered(of: (words: string) => string, most: number): (words: string) => string {
  const known = new Map<string, string>()
  return words => {
    const old = known.get(words)
    if (old !== undefined) return old
    if (known.size >= most) known.clear()
    const made = of(words)
    known.set(words, made)
    return made
  }
}
