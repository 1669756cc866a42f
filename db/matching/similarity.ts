// How alike two names are, 0 to 1: Jaro-Winkler (Winkler 1990), word by word, so that "Camerron" is like "David Cameron".

/** Compares folded names. Each word of the query seeks its best word of the name; what nobody asked for costs a little. */
export function nameSimilarity(query: string, name: string): number {
  if (query === name) return 1
  const asked = query.split(' ')
  const there = name.split(' ')
  const best = asked.map(word => Math.max(...there.map(other => jaroWinkler(word, other))))
  const words = best.reduce((sum, each) => sum + each, 0) / asked.length
  const coverage = Math.min(1, asked.length / there.length)
  return Math.max(words * (0.9 + 0.1 * coverage), jaroWinkler(query, name) * 0.95)
}

/** Two words. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1)
  const taken = Array.from({ length: other.length }, () => false)
  const matched: string[] = []
  for (let index = 0; index < one.length; index++) {
    for (let at = Math.max(0, index - reach); at < Math.min(other.length, index + reach + 1); at++) {
      if (taken[at] || one[index] !== other[at]) continue
      taken[at] = true
      matched.push(one[index] ?? '')
      break
    }
  }
  if (matched.length === 0) return 0
  const theirs = [...other].filter((_, index) => taken[index])
  const swapped = matched.filter((letter, index) => letter !== theirs[index]).length / 2
  const jaro = (matched.length / one.length + matched.length / other.length + (matched.length - swapped) / matched.length) / 3
  let prefix = 0
  while (prefix < 4 && prefix < one.length && one[prefix] === other[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
