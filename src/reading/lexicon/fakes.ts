// Words for what is not what it seems. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Before the noun of a document, a picture or an account. */
export const fakes = set('fake faked forged doctored fabricated hoax bogus spoof spoofed parody deepfake deepfaked manipulated altered falsified photoshopped ai-generated phoney phony sham counterfeit fictitious invented')
/** Lemmas of what is such by itself. */
export const forgeries = set('deepfake hoax forgery spoof')
/** Before somebody's name: another who passes for him. */
export const impostors = set('impostor imposter lookalike look-alike pretend')
/** "In the film,": whoever speaks in it is made up, or may be. */
export const madeUp = set('film movie novel play sitcom sketch dream nightmare musical opera cartoon screenplay comic thriller')
const pictures = set('photo photograph picture image clip screenshot quote quotation interview montage meme cover voice call')

/** Of what may be faked and is no document. */
export function isShown({ lemma }: { readonly lemma: string }): boolean {
  return pictures.has(lemma)
}

/** Lemmas; what they hold is seen or heard in it. */
export const showing = set('show feature depict portray have quote cite report capture see record present purport appear seem claim')
