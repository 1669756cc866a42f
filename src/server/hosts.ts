// Whom a request may name as its host, and from whose pages a change may be asked. A page of anybody's can point its own name at a loopback address (DNS rebinding) and then reads
// answers as if they were its own: so a server on loopback answers to loopback's names alone.
import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.ts'
import { OnRecordError } from '../model/errors.ts'

const ofLoopback = ['localhost', '127.0.0.1', '[::1]']

/** The names that are answered to; null: all. */
export function answeredHosts({ host, allowedHosts }: Pick<Config, 'host' | 'allowedHosts'>): readonly string[] | null {
  const isLoopback = host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
  if (isLoopback) return [...ofLoopback, host, ...allowedHosts]
  return allowedHosts.length > 0 ? [...ofLoopback, ...allowedHosts] : null
}

/** A request whose target is a whole address, as one to a proxy, is asked at that address: its host counts, and not the header's (RFC 9112, 3.2.2). */
export function takeWholeAddress(request: IncomingMessage): void {
  const { url = '' } = request
  const scheme = url.startsWith('/') ? undefined : /^https?:\/\//i.exec(url)?.[0]
  if (scheme === undefined) return
  const address = url.slice(scheme.length)
  const host = /^[^/?]*/.exec(address)?.[0] ?? ''
  const rest = address.slice(host.length)
  request.headers.host = host
  request.url = rest.startsWith('/') ? rest : `/${rest}`
}

/** Of the last request: most that follow name the same. */
let latest: { readonly host: string; readonly name: string | undefined } = { host: '', name: undefined }

/** The name without its port, as an address has it; a URL would bear more: a user, a path, escapes. */
function nameOf(host: string): string | undefined {
  return /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.test(host) ? URL.parse(`http://${host}`)?.hostname : undefined
}

/** Throws BAD_REQUEST for what makes no address, and WRONG_HOST for a name that is not answered to. The port does not matter. */
export function requireHost({ headers: { host }, headersDistinct }: IncomingMessage, answered: readonly string[] | null): void {
  if (host === undefined) return
  if ((headersDistinct['host']?.length ?? 0) > 1) throw new OnRecordError('BAD_REQUEST', 'The request has several headers Host; send one.')
  if (host !== latest.host) latest = { host, name: nameOf(host) }
  const { name } = latest
  if (name === undefined) {
    throw new OnRecordError('BAD_REQUEST', `The request names ${JSON.stringify(host.slice(0, 80))} as its host, which is none; send the host of the address.`)
  }
  if (answered === null || answered.includes(name)) return
  throw new OnRecordError('WRONG_HOST', `This server does not answer to the host ${JSON.stringify(name.slice(0, 80))}; ask it as ${answered[0]}, or start it with --allowed-hosts ${name.slice(0, 80)}.`)
}

/** Throws CROSS_SITE where a browser says that another site's page asks, unless its origin is listed. */
export function requireOwnSite({ headers }: IncomingMessage, corsOrigins: readonly string[]): void {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none' || corsOrigins.includes(headers.origin ?? '')) return
  throw new OnRecordError('CROSS_SITE', 'A page of another site asks for a change; start the server with its origin in ONRECORD_CORS to allow it.')
}
