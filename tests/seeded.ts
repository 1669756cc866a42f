// Files to work on, of the seed or of nothing: built once in each process of the tests, and copied from there, which takes a fraction of the time.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForWriting, type Graph } from '../db/file/open.ts'
import { buildSeed } from '../seed/seed.ts'

export function copySeed(path: string): void {
  copyBuilt('seed', path, buildSeed)
}

/** A new file with the tables alone, open. */
export function openEmpty(path: string): Graph {
  copyBuilt('empty', path, file => openForWriting(file).close())
  return openForWriting(path, { pagesChecked: false })
}

const built = new Map<string, string>()
let folder: string | undefined

/** A copy of what is built the first time. */
export function copyBuilt(name: string, path: string, build: (path: string) => void): void {
  let file = built.get(name)
  if (file === undefined) {
    file = join((folder ??= ownFolder()), `${name}.db`)
    build(file)
    built.set(name, file)
  }
  copyFileSync(file, path)
}

function ownFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'onrecord-built-'))
  process.once('exit', () => rmSync(made, { recursive: true }))
  return made
}
