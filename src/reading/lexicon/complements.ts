// Nouns, verbs and adjectives by what they make of a clause behind them: taken as a fact, or only spoken of. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Behind "the … that", and before "is that": what follows is so. */
export const factNouns = set('fact result reason truth upshot consequence irony reality')
/** Behind "the", without "in" or "at": "on the day that Kelt attacked". */
export const timeNouns = set('day night moment minute instant time week month year')
/** Lemmas; what they take for granted is so, whoever minds it. */
export const factVerbs = set('mean know realise realize forget ignore notice regret happen')
export const factAdjectives = set('aware unaware glad sorry sad ashamed proud angry furious')
/** Before "that" without a clause of their own: "now that", "in that". */
export const factJoints = set('now given in except so')
/** Behind "so": of a mind, and not so far that something came of it. */
export const beliefs = set('sure certain confident convinced clear likely unlikely true untrue false possible probable obvious plain hopeful afraid fearful worried')

/** What is behind them is only spoken of, though no object tells that a clause with all its parts follows. Lower-cased. */
export const contentNouns = set(
  `evidence proof idea notion thought theory hypothesis news sign signs indication indications hint hints chance chances possibility likelihood probability odds risk danger threat hope hopes fear fears doubt doubts
  suspicion suspicions belief beliefs claim claims allegation allegations accusation accusations charge charges assertion assertions contention suggestion suggestions report reports rumour rumours rumor rumors
  story stories tale lie lies myth fiction narrative line word words view views opinion opinions argument arguments case cases scenario scenarios conclusion verdict finding findings statement statements
  announcement warning warnings prediction predictions expectation speculation denial denials insistence assurance assurances impression conviction assumption confidence concern concerns complaint complaints position stance explanation excuse
  confession admission testimony question condition premise pretext grounds basis`,
)

/** Before the clause, or set in behind it: "in the view of", "in her words". */
export const viewNouns = set('view views opinion opinions words account accounts telling version estimation judgment judgement eyes mind reckoning narrative belief imagination story tale')
/** Behind "in" they are where it is only told: "in the film". */
export const inventions = set('film movie novel sitcom comic sketch dream nightmare opera musical legend myth fable script screenplay sequel cartoon simulation videogame imagination fantasy hypothetical')
/** As well, before the comma of "in the series,": behind a deed they may be where it was done. */
const shows = set('play series drama show episode story tale stage screen')
export const fictions: ReadonlySet<string> = new Set([...inventions, ...shows])
/** Where force is not meant: "bombed Harl in the exercise"; a game may be won, and a minister accused in it. */
export const mock = set('game wargame play series drama show episode story tale thriller exercise exercises drill drills rehearsal re-enactment reenactment manoeuvres maneuvers')
/** Behind "in" or "at" nobody is hurt: "killed him at chess". */
export const boardGames = set('chess checkers draughts poker scrabble monopoly backgammon bridge paintball esports minecraft')
/** Lemmas before "game": it is one of a screen or a board. */
export const unreal = set('video computer board mobile online war role-playing card imagined imaginary fictional fictitious alternate alternative invented hypothetical')
/** They go round: what the next sentence tells with "had" is what they say. */
export const rumours = set('rumour rumor hoax whisper gossip tale story falsehood lie report claim allegation word')
/** Lemmas; others go "round", or make "the rounds". */
export const goingRound = set('spread circulate swirl')
/** Behind "in" or "on": whoever made or sends it tells what follows. */
export const tellings = set('report dossier memo letter post article column documentary indictment affidavit complaint lawsuit filing testimony memoir television tv radio')
/** Behind "is": what is said is not so. */
export const refuting = set('false untrue wrong lie nonsense absurd baseless unfounded fabrication myth fake groundless ridiculous fiction')
/** Lemmas; by whom it is said not to be so. */
export const rejecting = set('reject dismiss deny refute dispute debunk discredit retract withdraw disprove')
/** Set in behind a clause: "…, a claim that he made". */
export const claimNouns = set('claim allegation accusation assertion charge contention suggestion lie myth fiction rumour rumor fantasy falsehood theory')
/** The sentence that they begin is only thought of. */
export const supposing = set('suppose imagine assume pretend picture')
/** Who is so is not guilty of what follows. */
export const clearing = set('acquit clear exonerate absolve exculpate')
