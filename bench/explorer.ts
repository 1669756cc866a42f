// How soon the explorer's pages are seen, and how smoothly a large picture is dragged, in Chromium against a server that runs already:
//   node bench/explorer.ts http://127.0.0.1:4000 [SLUG]     SLUG: whose picture of two steps has 150 nodes
import { chromium } from 'playwright-core'

const [origin = 'http://127.0.0.1:4000', slug = 'vladimir-putin'] = process.argv.slice(2)
const loads = 7

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })

console.log(`Milliseconds to the first content, median of ${loads} loads (the longest):`)
for (const path of ['/', '/search?q=minister', `/e/${slug}`, `/graph?focus=${slug}`, `/timeline?entity=${slug}`, `/path?from=${slug}&to=${slug}`, '/schema', '/about']) {
  const times: number[] = []
  for (let load = 0; load < loads; load++) {
    await page.goto(origin + path)
    times.push(await page.evaluate(() => new Promise<number>(resolve => {
      new PerformanceObserver(list => resolve(list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)).observe({ type: 'paint', buffered: true })
    })))
  }
  times.sort((a, b) => a - b)
  console.log(`${path}: ${Math.round(times[Math.floor(loads / 2)] ?? NaN)} (${Math.round(times.at(-1) ?? NaN)})`)
}

await page.goto(`${origin}/graph?focus=${slug}&hops=2&first=150`)
await page.waitForSelector('[data-zoom] button')
const nodes = await page.locator('.node').count()
const box = await page.locator('.node.focus circle, .node.focus rect, .node.focus polygon').first().boundingBox()
if (box) {
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(globalThis, { frames })
    const next = (time: number) => { frames.push(time); requestAnimationFrame(next) }
    requestAnimationFrame(next)
  })
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 240; step++) await page.mouse.move(box.x + 150 * Math.sin(step / 20), box.y + 100 * Math.cos(step / 15))
  await page.mouse.up()
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames) // set above
  const gaps = frames.slice(1).map((time, index) => time - (frames[index] ?? time)).sort((a, b) => a - b)
  console.log(`A picture of ${nodes} nodes dragged: ${(1000 * gaps.length / gaps.reduce((sum, gap) => sum + gap, 0)).toFixed(0)} frames a second, the slowest twentieth ${Math.round(gaps[Math.floor(gaps.length * 0.95)] ?? NaN)} ms apart`)
}
await browser.close()
