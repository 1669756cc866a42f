// Addresses of articles: those of the web, whole.

/** A longer one is taken for none; in UTF-16 units. */
const longest = 2000

/** The address as written, but for its scheme, which some write large; nothing where it leads nowhere by itself: "/1", "//post.example/1". */
export function webAddress(written: string): string | undefined {
  const address = written.trim().replace(/^https?:/iu, scheme => scheme.toLowerCase())
  return address.length <= longest && /^https?:\/\//u.test(address) && URL.canParse(address) ? address : undefined
}
