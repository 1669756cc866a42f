// Addresses of articles: those of the web, whole.

/** The address as written, but for its scheme, which some write large; nothing where it leads nowhere by itself: "/1", "//post.example/1". */
export function webAddress(written: string): string | undefined {
  const address = written.trim().replace(/^https?:/iu, scheme => scheme.toLowerCase())
  return /^https?:\/\//u.test(address) && URL.canParse(address) ? address : undefined
}
