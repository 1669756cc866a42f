// `npm run screenshots`: the finest pages of the explorer on the seed, for the README. Needs Chromium.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildSeed } from '../seed/seed.ts'
import { answerer } from '../src/execution/answer.ts'
import { openArchive } from '../src/execution/archive.ts'
import { createLog } from '../src/log.ts'
import { createServer } from '../src/server/server.ts'

const images = new URL('../docs/images/', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'onrecord-screenshots-'))
const database = join(folder, 'seed.db')
buildSeed(database)
const archive = openArchive(database)
const { data } = answerer(archive)({ query: '{ accused: statements(filter: { act: ACCUSE }) { nodes { id } } articles { nodes { slug } } }' })
const { accused, articles } = JSON.parse(JSON.stringify(data)) as Record<'accused' | 'articles', { nodes: [{ id: string; slug: string }] }>

const shots = [
  { name: 'statement', path: `/s/${accused.nodes[0].id}`, height: 720, colorScheme: 'light' },
  { name: 'article', path: `/a/${articles.nodes[0].slug}`, height: 720, colorScheme: 'light' },
  { name: 'entity', path: '/e/vladimir-putin', height: 720, colorScheme: 'dark' },
  { name: 'graph', path: '/graph?focus=vladimir-putin', height: 720, colorScheme: 'light' },
] as const

const server = createServer({ archive, config: { corsOrigins: [] }, log: createLog() })
await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
mkdirSync(images, { recursive: true })
for (const { name, path, height, colorScheme } of shots) {
  const page = await browser.newPage({ viewport: { width: 1120, height }, colorScheme, reducedMotion: 'reduce' })
  await page.goto(address + path)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.screenshot({ path: new URL(`${name}.png`, images).pathname })
  await page.close()
  console.log(`docs/images/${name}.png`)
}
await browser.close()
server.close()
server.closeAllConnections()
archive.close()
rmSync(folder, { recursive: true })
