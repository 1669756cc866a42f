// The log: one line of JSON on stderr for each event. Control and direction characters are escaped, so that no text can forge a line.

export interface Log {
  info(event: string, fields?: Fields): void
  error(event: string, fields?: Fields): void
}
export type Fields = Readonly<Record<string, unknown>>

export function createLog(write: (line: string) => void = line => process.stderr.write(line)): Log {
  const put = (level: string) => (event: string, fields: Fields = {}) => {
    const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })
    write(`${line.replace(/[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, escaped)}\n`)
  }
  return { info: put('info'), error: put('error') }
}

/** What is worth knowing of anything thrown, down to its causes. */
export function describe(thrown: unknown): Fields {
  if (!(thrown instanceof Error)) return { message: String(thrown) }
  return { message: thrown.message, name: thrown.name, stack: thrown.stack, ...(thrown.cause === undefined ? {} : { cause: describe(thrown.cause) }) }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
