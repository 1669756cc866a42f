// Whether a text is read at all: the rules know English, and another language would be misread rather than read badly.
import type { Draft } from './draft.ts'

export function isEnglish(language: string): boolean {
  return language.toLowerCase().split('-', 1)[0] === 'en'
}

/** In the place of all that comes after the sentences. */
export function remarkLanguage(draft: Draft): void {
  const { language } = draft.metadata
  const name = language === 'und' ? 'an unknown language' : (new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(language) ?? language)
  draft.remarks = [...draft.remarks, {
    rule: 'LANGUAGE',
    message: `The text is in ${name}; English alone is read, so nothing but its sentences is marked. Where it is English, remove the article and read it again with its language given.`,
    expected: 'en',
    found: language,
  }]
}
