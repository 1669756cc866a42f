// Who may change the graph: whoever sends the server's token.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { OnRecordError } from '../model/errors.ts'

/** Whether the request bears the token. What it takes to compare tells nothing of either. */
export function bearsToken({ headers: { authorization } }: IncomingMessage, token: string | null): boolean {
  const given = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1]
  return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** Throws WRITING_OFF or UNAUTHENTICATED unless the request may change the graph. */
export function requireToken(request: IncomingMessage, token: string | null): void {
  if (token === null) {
    throw new OnRecordError('WRITING_OFF', 'This server takes no changes: it was started without ONRECORD_TOKEN. Start it with a secret of at least 16 characters there, and send that as "Authorization: Bearer …".')
  }
  if (bearsToken(request, token)) return
  const found = request.headers.authorization === undefined ? 'no header Authorization' : 'another token, or none, in the header Authorization'
  throw new OnRecordError('UNAUTHENTICATED', `A change needs the token of this server, and the request has ${found}; send "Authorization: Bearer …" with the value that the server has in ONRECORD_TOKEN.`)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
