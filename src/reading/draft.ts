// What the passes build on: the text with all that has been found in it so far. Each pass adds its own part and reads those before it.
import { sha256 } from '../model/keys.ts'
import type { Span } from '../model/passage.ts'
import type { ArticleMetadata, ReadEntity, ReadMention, ReadRelationship, ReadRemark, ReadStatement } from '../model/reading.ts'
import type { Knowledge } from './knowledge.ts'
import type { Word } from './words.ts'

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export type Tag = 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART' | 'PRON' | 'PROPN' | 'PUNCT' | 'SCONJ' | 'SYM' | 'VERB' | 'X'

/** A word, a clitic ("'s") or one mark of punctuation. */
export interface Token extends Word {
  readonly tag: Tag
  readonly lemma: string
  /** Index of its sentence. */
  readonly sentence: number
}

/** From token `from` to before token `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface DraftSentence extends Stretch, Span {
  readonly headline: boolean
  /** Index of its paragraph: the stretch between line breaks, or between blank lines where lines are wrapped. */
  readonly paragraph: number
}

/** Words inside quotation marks. */
export interface Quotation extends Stretch {
  /** The characters inside the marks. */
  readonly inner: Span
  /** The characters with the marks. */
  readonly outer: Span
  /** 0 outside any other, 1 inside one, … */
  readonly depth: number
  /** False where the text never closes it: it then runs to the end of its paragraph. */
  readonly closed: boolean
  /** Index of the quotation that this one goes on with from the paragraph before; its own index where it goes on with none. */
  readonly continues: number
}

/** A noun phrase without what follows its head: "the Russian president", "Mr Cameron", "he". */
export interface NounPhrase extends Stretch {
  /** Token that the phrase is about: "president". */
  readonly head: number
}

/** A verb with its helpers: "may have been told". */
export interface VerbGroup extends Stretch {
  /** Token of the main verb: "told". */
  readonly head: number
  readonly passive: boolean
  readonly negated: boolean
  /** "to say", "saying", or a verb that bears person or tense. */
  readonly form: 'finite' | 'infinitive' | 'participle'
  /** The modal that governs it: "may", "will"; absent where there is none. */
  readonly modal?: string
}

export interface DraftMention extends Stretch {
  readonly mention: ReadMention
  /** Token that the mention is about. */
  readonly head: number
}

export interface Draft {
  readonly text: string
  readonly sha256: string
  readonly metadata: ArticleMetadata
  readonly knowledge: Knowledge
  tokens: readonly Token[]
  /** The tokens as they are written, for look-ups. */
  words: readonly string[]
  /** The same, each once. */
  written: ReadonlySet<string>
  sentences: readonly DraftSentence[]
  quotations: readonly Quotation[]
  /** Sorted; none overlaps another. */
  nounPhrases: readonly NounPhrase[]
  /** Sorted; none overlaps another. */
  verbGroups: readonly VerbGroup[]
  /** Attribution relations as words in the text; who the words mean is added when speakers are found. */
  attributions: readonly Attributed[]
  entities: readonly ReadEntity[]
  mentions: readonly DraftMention[]
  statements: readonly ReadStatement[]
  relationships: readonly ReadRelationship[]
  remarks: readonly ReadRemark[]
}

/** The attribution relation of PARC and PolNeAR as stretches of tokens: source, cue, content. */
export interface Attributed {
  /** The words beside the cue that say who; absent where there are none. */
  readonly source?: Stretch & { readonly head: number }
  readonly cue?: Stretch & { readonly head: number }
  /** In the order of the text; without the quotation marks at their edges. */
  readonly content: readonly Stretch[]
  /** Indexes of the quotations that the content holds. */
  readonly quotations: readonly number[]
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

export function beginDraft(text: string, metadata: ArticleMetadata, knowledge: Knowledge): Draft {
  return {
    text,
    sha256: sha256(text),
    metadata,
    knowledge,
    tokens: [],
    words: [],
    written: new Set(),
    sentences: [],
    quotations: [],
    nounPhrases: [],
    verbGroups: [],
    attributions: [],
    entities: [],
    mentions: [],
    statements: [],
    relationships: [],
    remarks: [],
  }
}
