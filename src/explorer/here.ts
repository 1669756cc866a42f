// Where a visitor is, and the addresses of everything that pages lead to.

export interface Here {
  /** Scheme and host, as the visitor wrote them. */
  readonly origin: string
  readonly path: string
  readonly search: URLSearchParams
  /** Whether there is GraphiQL at /graphql. */
  readonly hasPlayground: boolean
}

/** A path with its query string; what is null, false or empty is left out, `true` stands without a value. */
export function address(path: string, search: Readonly<Record<string, string | number | boolean | null | undefined>> = {}): string {
  const parts = Object.entries(search).filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
    .map(([name, value]) => (value === true ? encodeURIComponent(name) : `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`))
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

/** This page with other settings; the rest of its query string stays. */
export function elsewhere({ path, search }: Here, changes: Parameters<typeof address>[1]): string {
  return address(path, { ...Object.fromEntries([...search].map(([name, value]) => [name, value === '' || value])), ...changes })
}

export const entityAddress = (slug: string): string => `/e/${encodeURIComponent(slug)}`
export const statementAddress = (id: string): string => `/s/${encodeURIComponent(id)}`
export const articleAddress = (slug: string): string => `/a/${encodeURIComponent(slug)}`

/** An address of the outside that an article came from, only where it is one that a browser may follow. */
export function outside(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null
}

/** Sentences of an article on one page: as many as one operation may ask for with all their marks. */
export const sentencesOnPage = 150

/** A passage in its article, marked there and brought into sight. */
export function passageAddress(slug: string, position: number, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${address(articleAddress(slug), { from: pageOf(position), at: `${start}-${end}` })}#at`
}

/** Where the page of an article begins that a sentence stands on; nothing for the first. */
export function pageOf(position: number): number | null {
  const from = position - ((position - 1) % sentencesOnPage)
  return from === 1 ? null : from
}

export function sentenceAddress(slug: string, position: number): string {
  return `${address(articleAddress(slug), { from: pageOf(position) })}#sentence-${position}`
}
