// `onrecord backup`: a copy of the graph, also of one that is served and written to at this moment. The same command puts a backup back.
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { backUp } from '../../db/file/backup.ts'
import { openForReading } from '../../db/file/open.ts'
import { OnRecordError } from '../model/errors.ts'
import { requireReplaceable } from './replaceable.ts'
import { say } from '../say.ts'

export async function backupTo(file: string, database: string, { force }: { force: boolean }): Promise<void> {
  const graph = openForReading(database)
  try {
    requirePlace(file, database, force)
    const { bytes, articles, entities, statements, relationships } = await backUp(graph, file)
    const counts = Object.entries({ articles, entities, statements, relationships }).map(([name, count]) => `${name} ${count.toLocaleString('en-GB')}`)
    say(`Backed up ${database} to ${file}: ${(bytes / 1e6).toFixed(1)} MB, ${counts.join(', ')}.`)
  } finally {
    graph.close()
  }
}

function requirePlace(file: string, database: string, force: boolean): void {
  if (!existsSync(dirname(file))) throw new OnRecordError('BAD_SETTING', `There is no folder for ${file}; make it, or name another file.`)
  const there = statSync(file, { throwIfNoEntry: false })
  if (!there) return
  const { dev, ino } = statSync(database)
  if (there.dev === dev && there.ino === ino) throw new OnRecordError('BAD_SETTING', `${file} is the database itself; name another file for its backup.`)
  if (!force) throw new OnRecordError('BAD_SETTING', `There is a file at ${file} already; "onrecord backup --force" replaces it by the backup.`)
  if (requireReplaceable(file).isOpen) throw new OnRecordError('BUSY', `Another process has ${file} open; stop it, then replace the file.`)
}
