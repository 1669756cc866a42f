// What package.json says of us. Read, not imported: JSON modules warn on some versions of Node that we run on.
import { readFileSync } from 'node:fs'

const { version: found } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string } // ours

export const version = found
