// What somebody gives to be read: a text or a page, and what is known of it. Fields as they were given; `article.ts` makes an article of them.

export interface ArticleInput {
  readonly text?: string
  readonly html?: string
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  readonly url?: string
  /** Any common way to write a date. */
  readonly publishedOn?: string
  readonly language?: string
}

export const describingFields = ['title', 'publisher', 'author', 'url', 'publishedOn', 'language'] as const satisfies readonly (keyof ArticleInput)[]
