// Words and names return from article to article: what was made of them is kept, up to so many.

/** What is longer is made anew each time, in UTF-16 units: so many hashes and addresses would be much to remember. */
const longestKept = 200

/** The same as `of`, which must be pure; made once for each of the last so many. */
export function remembered<Made>(of: (words: string) => Made, most: number): (words: string) => Made {
  const known = new Map<string, Made>()
  return words => {
    if (words.length > longestKept) return of(words)
    const old = known.get(words)
    if (old !== undefined) return old
    if (known.size >= most) known.clear()
    const own = detached(words)
    const made = of(own)
    known.set(own, made)
    return made
  }
}

/** A copy that does not keep alive the text it was cut from, as V8's slices do. */
function detached(words: string): string {
  return Object.keys({ [words]: true })[0] ?? ''
}
