// The seed as a file to work on: built once in each process of the tests, and copied from there, which takes a hundredth of the time.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSeed } from '../seed/seed.ts'

let built: string | undefined

export function copySeed(path: string): void {
  built ??= build()
  copyFileSync(built, path)
}

function build(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-seed-'))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  buildSeed(join(folder, 'seed.db'))
  return join(folder, 'seed.db')
}
