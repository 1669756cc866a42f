// The settings: from options of the command, else from the environment, else their defaults. docs/settings.md lists them; a test compares.
import { availableParallelism } from 'node:os'
import { OnRecordError } from './model/errors.ts'
import { isLimitName, limits, type LimitName, type LimitValues } from './model/limits.ts'

export interface Config {
  /** 0 lets the system choose a free one. */
  readonly port: number
  readonly host: string
  readonly database: string
  /** Origins whose pages may ask, such as https://news.example. */
  readonly corsOrigins: readonly string[]
  /** Who sends it may change the graph; null: nobody may. */
  readonly token: string | null
  /** In ms; operations that take longer are logged. */
  readonly slow: number
  /** Processes that answer. */
  readonly workers: number
  /** Other values than the defaults. */
  readonly limits: LimitValues
  readonly mode: Mode
  /** Names of this server beside those of loopback, where requests name it. */
  readonly allowedHosts: readonly string[]
  /** Whether clients are told apart by what the proxy before this server says of them. */
  readonly trustProxy: boolean
  /** Where the documents are that clients may name by their hash; null: nowhere. */
  readonly documents: string | null
}

/** local: for whoever sits before it. public: for anybody, with rate limits. hardened: as public, for listed documents alone. */
export type Mode = 'local' | 'public' | 'hardened'

interface Setting<Value> {
  readonly variable: string
  readonly option: string | null
  readonly default: string
  readonly unit: string
  readonly range: string
  readonly read: (text: string) => Value | undefined
  /** It is never shown, not even where it is wrong. */
  readonly isSecret?: boolean
}

export const settings = {
  port: { variable: 'PORT', option: '--port', default: '4000', unit: 'TCP port', range: 'a whole number from 0 to 65535; 0 takes any free port', read: readPort },
  host: { variable: 'HOST', option: '--host', default: '127.0.0.1', unit: 'address', range: 'an IP address or a host name of this machine', read: readHost },
  database: { variable: 'ONRECORD_DB', option: '--db', default: 'data/onrecord.db', unit: 'file', range: 'a path without a NUL character', read: readPath },
  corsOrigins: { variable: 'ONRECORD_CORS', option: null, default: '', unit: 'origins', range: 'origins such as https://news.example, parted by commas; empty for none', read: readOrigins },
  token: { variable: 'ONRECORD_TOKEN', option: null, default: '', unit: 'secret', range: '16 to 256 letters, digits and signs of ASCII, without spaces; empty for no writing', read: readToken, isSecret: true },
  slow: { variable: 'ONRECORD_SLOW', option: '--slow', default: '100', unit: 'ms', range: 'a whole number from 0 to 60000', read: readSlow },
  workers: { variable: 'ONRECORD_WORKERS', option: '--workers', default: 'cores', unit: 'processes', range: 'a whole number from 1 to 64; "cores" is one for each core', read: readWorkers },
  limits: { variable: 'ONRECORD_LIMITS', option: '--limit', default: '', unit: 'limits', range: 'names of limits and whole numbers, as in cost=20000,depth=20; "onrecord limits" lists them', read: readLimits },
  mode: { variable: 'ONRECORD_MODE', option: '--public, --hardened', default: 'local', unit: 'mode', range: 'local, public or hardened', read: readMode },
  allowedHosts: { variable: 'ONRECORD_HOSTS', option: '--allowed-hosts', default: '', unit: 'names', range: 'host names without ports, such as news.example, parted by commas; empty for none', read: readHosts },
  trustProxy: { variable: 'ONRECORD_TRUST_PROXY', option: '--trust-proxy', default: 'no', unit: 'yes or no', range: 'yes or no', read: readYes },
  documents: { variable: 'ONRECORD_DOCUMENTS', option: '--documents', default: '', unit: 'folder or file', range: 'a folder of *.graphql files or a JSON file of documents by hash; empty for none', read: readDocumentsPath },
} as const satisfies { readonly [Name in keyof Config]: Setting<Config[Name]> }

/** Flags as the command gives them: undefined where not given. */
export type Flags = { readonly [Name in keyof Config]?: string | undefined }

type Environment = Readonly<Record<string, string | undefined>>

/** Throws BAD_SETTING with a sentence for the first that is wrong. */
export function readConfig(environment: Environment, flags: Flags = {}): Config {
  const value = <Value>(name: keyof Config, setting: Setting<Value>): Value => readSetting(setting, environment, flags[name])
  return Object.freeze({
    port: value('port', settings.port),
    host: value('host', settings.host),
    database: value('database', settings.database),
    corsOrigins: Object.freeze(value('corsOrigins', settings.corsOrigins)),
    token: value('token', settings.token),
    slow: value('slow', settings.slow),
    workers: value('workers', settings.workers),
    limits: Object.freeze(value('limits', settings.limits)),
    mode: value('mode', settings.mode),
    allowedHosts: Object.freeze(value('allowedHosts', settings.allowedHosts)),
    trustProxy: value('trustProxy', settings.trustProxy),
    documents: value('documents', settings.documents),
  })
}

/** One of them; throws as above. */
export function readSetting<Value>(setting: Setting<Value>, environment: Environment, flag?: string): Value {
  const text = flag ?? (environment[setting.variable] || setting.default)
  const read = setting.read(text)
  if (read !== undefined) return read
  const named = flag === undefined ? setting.variable : setting.option
  const found = setting.isSecret ? `has ${[...text].length} characters, or others than it may have` : `is ${JSON.stringify(text)}`
  throw new OnRecordError('BAD_SETTING', `${named} ${found}; it must be ${setting.range}.`)
}

function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined
}

function readHost(text: string): string | undefined {
  return /^[\w.:%-]{1,255}$/.test(text) ? text : undefined
}

function readPath(text: string): string | undefined {
  return text === '' || text.includes('\0') ? undefined : text
}

function readDocumentsPath(text: string): string | null | undefined {
  return text === '' ? null : readPath(text)
}

function readOrigins(text: string): readonly string[] | undefined {
  const origins = text.split(',').map(each => each.trim()).filter(each => each !== '')
  return origins.every(each => /^https?:/.test(each) && URL.parse(each)?.origin === each) ? origins : undefined
}

function readToken(text: string): string | null | undefined {
  if (text === '') return null
  return /^[\x21-\x7e]{16,256}$/.test(text) ? text : undefined
}

function readSlow(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 60_000 ? Number(text) : undefined
}

function readWorkers(text: string): number | undefined {
  if (text === 'cores') return Math.min(availableParallelism(), 64)
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 64 ? Number(text) : undefined
}

function readLimits(text: string): LimitValues | undefined {
  const values: Partial<Record<LimitName, number>> = {}
  for (const part of text.split(',').map(each => each.trim()).filter(each => each !== '')) {
    const [, name = '', value = ''] = /^(\w+) *= *(\d{1,10})$/.exec(part) ?? []
    if (name === '') return undefined
    if (!isLimitName(name)) throw new OnRecordError('BAD_SETTING', `There is no limit named ${JSON.stringify(name.slice(0, 40))}; "onrecord limits" lists them.`)
    const [least, most] = limits[name].range
    if (Number(value) < least || Number(value) > most) {
      throw new OnRecordError('BAD_SETTING', `The limit ${name} is set to ${value}; it must be from ${least} to ${most} ${limits[name].unit}.`)
    }
    values[name] = Number(value)
  }
  return values
}

function readMode(text: string): Mode | undefined {
  return text === 'local' || text === 'public' || text === 'hardened' ? text : undefined
}

function readHosts(text: string): readonly string[] | undefined {
  const names = text.split(',').map(each => each.trim().toLowerCase()).filter(each => each !== '')
  return names.every(each => URL.parse(`http://${each}`)?.host === each) ? names : undefined
}

function readYes(text: string): boolean | undefined {
  return text === 'yes' ? true : text === 'no' ? false : undefined
}
