// The files to read: those named, and those of folders in sorted order. Nothing is opened here that could wait for somebody else.
import { lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs'
import { join, sep } from 'node:path'
import { OnRecordError } from '../model/errors.ts'

export type FileFound =
  | { readonly path: string; readonly size: number; /** A file that describes it: NAME.json beside NAME.txt of a folder. */ readonly beside?: string }
  | { readonly path: string; readonly error: OnRecordError }

const describable = /\.(?:txt|text|md|markdown|html?)(?:\.gz)?$/iu

/** `-` stands for standard input. Hidden files of folders are left out; a link is followed where it stays within the folder that was named. */
export function filesIn(paths: readonly string[]): readonly FileFound[] {
  return paths.flatMap(path => {
    if (path === '-') return [{ path, size: 0 }]
    const found = look(path, () => statSync(path))
    if (!(found instanceof OnRecordError) && found.isDirectory()) return [...within(path, realpathSync(path), new Set())]
    return [fileAt(path, found)]
  })
}

function* within(folder: string, root: string, seen: Set<string>): Generator<FileFound> {
  const real = realpathSync(folder)
  if (seen.has(real)) return
  seen.add(real)
  const names = look(folder, () => readdirSync(folder))
  if (names instanceof OnRecordError) {
    yield { path: folder, error: names }
    return
  }
  const described = new Map(names.filter(name => describable.test(name)).map(name => [name.replace(describable, '.json'), name]))
  const beside = new Map(names.flatMap(name => (described.has(name) ? [[described.get(name), join(folder, name)]] : [])))
  for (const name of names.filter(name => !name.startsWith('.') && !described.has(name)).sort()) {
    const path = join(folder, name)
    const found = look(path, () => lstatSync(path).isSymbolicLink() ? followed(path, root) : lstatSync(path))
    if (!(found instanceof OnRecordError) && found.isDirectory()) yield* within(path, root, seen)
    else yield { ...fileAt(path, found), beside: beside.get(name) }
  }
}

function followed(path: string, root: string): Stats {
  const target = realpathSync(path)
  if (target !== root && !target.startsWith(root + sep)) {
    throw new OnRecordError('BAD_FILE', `${path} is a link that leads out of the folder; name the file itself.`)
  }
  return statSync(target)
}

function fileAt(path: string, found: Stats | OnRecordError): FileFound {
  if (found instanceof OnRecordError) return { path, error: found }
  return found.isFile() ? { path, size: found.size } : { path, error: noFile(path) }
}

export function noFile(path: string): OnRecordError {
  return new OnRecordError('BAD_FILE', `${path} is no regular file (a pipe, a device or a socket); pass it as standard input with "-" instead.`)
}

export function unreadable(path: string, error: unknown): OnRecordError {
  if (error instanceof OnRecordError) return error
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return new OnRecordError('FILE_NOT_FOUND', `The file "${path}" cannot be read${code}; expected a file that exists and may be read.`)
}

function look<Found>(path: string, work: () => Found): Found | OnRecordError {
  try {
    return work()
  } catch (error) {
    return unreadable(path, error)
  }
}
