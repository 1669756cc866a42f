// `node tests/files/make.ts`: makes the file of the newest schema version that the tests keep, as later versions will find it on somebody's disk.
// Once a version is released its file is never made anew.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { newestVersion } from '../../db/file/migrate.ts'
import { openForWriting } from '../../db/file/open.ts'
import { enter } from '../graph-dump.ts'
import { threeArticles } from '../reading-builder.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
const path = join(folder, 'graph.db')
const graph = openForWriting(path)
for (const article of threeArticles()) enter(graph, article)
graph.close()
const packed = gzipSync(readFileSync(path), { level: 9 })
writeFileSync(new URL(`v${newestVersion()}.db.gz`, import.meta.url), packed)
rmSync(folder, { recursive: true })
console.log(`v${newestVersion()}.db.gz: ${packed.length} bytes`)
