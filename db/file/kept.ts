// What was made of a text, kept for the next time: so many, then the first made goes.

export function keeping<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return text => {
    const found = known.get(text)
    if (found) return found
    const made = make(text)
    known.set(text, made)
    if (known.size > most) {
      for (const first of known.keys()) {
        known.delete(first)
        break
      }
    }
    return made
  }
}
