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
    const own = interned(words)
    const made = of(own)
    known.set(own, made)
    return made
  }
}

/** A copy that does not keep alive the text it was cut from, as V8's slices do; of all equal ones the same, so that comparing two looks at no letter. */
export function interned(words: string): string {
  // An object without a prototype is a table from the start; of any other, V8 would remember each name that it ever had.
  const table = Object.create(null) as Record<string, true> // which Object.create has no type for
  table[words] = true
  return Object.keys(table)[0] ?? ''
}
