// Refusals before HTTP is looked at. Where a server is asked several times what it can answer, most of what it says is that there is no room, and what
// Node makes of a request to be told so takes time that those lack who are answered. So what comes on a connection that was made while others waited
// passes here: a request that is there as a whole, and is as plain as can be, is refused by bytes that are there already. All else goes on to Node.
// Trap: a message must never end here elsewhere than there. So only what begins a message is looked at: nothing came before, by the count of bytes, but
// messages that Node's parser has found and that are answered; and what is not of the strictest form is left to it.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface Gate {
  /** From its first byte on. */
  watch(socket: Socket): void
  /** Is told of each request that Node's parser has found. */
  found(request: IncomingMessage, response: ServerResponse): void
}

/** What was handed on since the last message ended; null where the next byte begins one. */
interface Handed {
  readonly first: Buffer
  bytes: number
  isFound: boolean
}

/** Is answered with plain JSON, has a plain length and no other coding, asks nothing of the connection. */
const plainHead = /^POST \/graphql HTTP\/1\.1\r\n(?:(?!content-length|transfer-encoding|accept:|connection|expect|upgrade|te:|trailer)[\w-]+: [ -~]*\r\n|content-length: \d{1,5}\r\n|accept: (?:\*\/\*|application\/json)\r\n|connection: keep-alive\r\n)*\r\n$/i
const lengths = /\r\ncontent-length: (\d+)/gi

/** `refusal`: the bytes for who asks on this connection now; null where there is room. */
export function createGate(refusal: (socket: Socket) => Buffer | null): Gate {
  const watched = new WeakMap<Socket, { handed: Handed | null }>()
  return {
    watch(socket) {
      // The first message goes on to Node in any case: its patience with a connection that has never sent one ends soon.
      const of: { handed: Handed | null; isFirst: boolean } = { handed: null, isFirst: true }
      watched.set(socket, of)
      const parsers = socket.listeners('data')
      socket.removeAllListeners('data')
      socket.on('data', (chunk: Buffer) => {
        const refused = !of.isFirst && of.handed === null && socket.writableLength === 0 && isPlainPost(chunk) ? refusal(socket) : null
        if (refused) return void socket.write(refused)
        of.isFirst = false
        of.handed ??= { first: chunk, bytes: 0, isFound: false }
        of.handed.bytes += chunk.length
        for (const parse of parsers) Reflect.apply(parse, socket, [chunk])
      })
    },
    found({ socket, headers }, response) {
      const of = watched.get(socket)
      const handed = of?.handed
      if (!of || !handed || handed.isFound) return
      handed.isFound = true
      response.on('close', () => {
        const length = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : NaN
        if (handed.bytes === headOf(handed.first) + length) of.handed = null
      })
    },
  }
}

/** Bytes until the empty line that ends it, and with it; NaN where that is not there. */
function headOf(chunk: Buffer): number {
  const at = chunk.indexOf('\r\n\r\n')
  return at < 0 ? NaN : at + 4
}

function isPlainPost(chunk: Buffer): boolean {
  const head = headOf(chunk)
  const text = chunk.toString('latin1', 0, head || 0)
  if (!plainHead.test(text)) return false
  const found = [...text.matchAll(lengths)]
  return found.length === 1 && chunk.length === head + Number(found[0]?.[1])
}
