// Words and names return from article to article: what was made of them is kept, up to so many.

/** The same as `of`, which must be pure; made once for each of the last so many. */
export function remembered(of: (words: string) => string, most: number): (words: string) => string {
  const known = new Map<string, string>()
  return words => {
    const old = known.get(words)
    if (old !== undefined) return old
    if (known.size >= most) known.clear()
    const made = of(words)
    known.set(detached(words), made)
    return made
  }
}

/** The same word for the same letters: look-ups then find it by where it is, and read its letters no more. */
export const oneAndTheSame = remembered(detached, 50_000)

/** A copy that does not keep alive the text it was cut from, as V8's slices do. */
function detached(words: string): string {
  return Object.keys({ [words]: true })[0] ?? ''
}
