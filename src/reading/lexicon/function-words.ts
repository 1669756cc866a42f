// Closed classes of English words.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Pronouns that are a noun phrase by themselves. */
export const pronouns = set(
  `i you he she it we they me him her us them himself herself itself themselves myself yourself ourselves yourselves who whom everyone everybody someone somebody
  anyone anybody nobody something anything everything nothing one mine yours hers ours theirs`,
)
export const possessives = set('my your his her its our their whose')
/** Determiners that stand for people or things without a noun: "some said". */
export const standAlone = set('those these some many others most both several few all another neither either')
export const modals = set('will would shall should can could may might must ’ll ’d \'ll \'d won’t won\'t wouldn’t wouldn\'t can’t can\'t cannot couldn’t couldn\'t shouldn’t shouldn\'t')
export const negations = set('not never no n’t n\'t neither nor hardly')
