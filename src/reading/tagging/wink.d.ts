// The parts of wink that are used; its own types tell of none.
declare module 'wink-nlp/src/cache.js' {
  /** Words by number, and what the model has of them. */
  export interface Cache {
    value(index: number): string
    normal(index: number): number
    /** The normal of a part of a contraction. */
    nox(index: number): number
    mappedSpelling(index: number): number
    posOf(index: number): number
    isMemberPOS(index: number, tag: number): boolean
    property(index: number, name: 'posHint' | 'isSLemma' | 'lemma'): number
  }
  const begin: (core: object, featureFn: unknown) => Cache
  export default begin
}

declare module 'wink-nlp/src/compile-trex.js' {
  const compile: (patterns: unknown) => unknown
  export default compile
}

declare module 'wink-nlp/src/dd-wrapper.js' {
  import type { Cache } from 'wink-nlp/src/cache.js'
  export interface Wrapped {
    readonly cache: Cache
    readonly tokens: number[]
    readonly nonBreakingSpaces: object
  }
  const wrap: (data: Wrapped) => object
  export default wrap
}

declare module 'wink-nlp/src/tokenizer.js' {
  const begin: (patterns: unknown, categories: unknown, preserve: unknown) => (wrapped: object, text: string) => void
  export default begin
}
