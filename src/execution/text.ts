// The limits on a document's text, counted by the lexer before anything is parsed: tokens and brackets.
// Trap: a parser that recurses dies of deep brackets, so this must run first. It stops at the first token that is none; the parser says why.
import { Lexer, Source, TokenKind } from 'graphql'
import { limits } from '../model/limits.ts'
import { limitPassed } from '../model/limit-passed.ts'

const opening = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const closing = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** Answers the number of tokens, and of characters of the longest name. */
export function checkQueryText(text: string): { readonly tokens: number; readonly longestName: number } {
  const { tokens, deepest, longestName } = measure(text)
  if (tokens > limits.tokens.value) {
    throw limitPassed('tokens', tokens, `The document has ${tokens} tokens`, 'Ask less at once, or split it into several requests.')
  }
  if (deepest > limits.brackets.value) {
    throw limitPassed('brackets', deepest, `The document nests brackets ${deepest} deep`, 'Nest less: use variables for arguments and fewer levels of fields.')
  }
  return { tokens, longestName }
}

function measure(text: string): { tokens: number; deepest: number; longestName: number } {
  const lexer = new Lexer(new Source(text))
  let tokens = 0
  let depth = 0
  let deepest = 0
  let longestName = 0
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      tokens++
      if (opening.has(token.kind)) deepest = Math.max(deepest, ++depth)
      else if (closing.has(token.kind)) depth--
      else if (token.kind === TokenKind.NAME) longestName = Math.max(longestName, token.value.length)
    }
  } catch {
    // Not a token: a syntax error, which the parser reports with its place.
  }
  return { tokens, deepest, longestName }
}
