// What the pages get from above: one function that answers an operation with the limits of any client.

export interface Question {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface Answer {
  readonly data?: unknown
  readonly errors?: readonly AnswerError[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

export interface AnswerError {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>>
}

export type Ask = (question: Question) => Answer | Promise<Answer>
