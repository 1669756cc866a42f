// Every page of the explorer in a real browser. Skipped where there is no Chromium.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executablePath, launch, newPage } from './browser.ts'
import { addressesOf, openSite, type Site } from './site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, each with the elements that it is about. */
function violations(page: Page, rule?: string): Promise<readonly string[]> {
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rule && { runOnly: [rule] }) })
  return page.evaluate(`axe.run(document, ${options}).then(({ violations }) => violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).slice(0, 3).join(' | ')))`)
}

describe.skipIf(executablePath === undefined)('in Chromium (skipped where it is not installed)', () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => { [site, browser] = await Promise.all([openSite(), launch()]) })
  afterAll(async () => {
    await browser.close()
    await site.stop()
  })

  test('no page has a fault that axe finds, in light or dark; none asks another host or complains of anything', async () => {
    const { page, elsewhere, complaints } = await newPage(browser, { bypassCSP: true, reducedMotion: 'reduce' })
    for (const { name, path } of addressesOf(site)) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(site.url + path)
      await page.evaluate('document.querySelectorAll("details").forEach(each => { each.removeAttribute("name"); each.open = true })')
      await page.evaluate(axe)
      expect([name, await violations(page)]).toEqual([name, []])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([name, 'dark', await violations(page, 'color-contrast')]).toEqual([name, 'dark', []])
    }
    expect([elsewhere, complaints]).toEqual([[], []])
    await page.context().close()
  }, 60_000)

  test('no page is wider than a phone, nor than twice enlarged', async () => {
    for (const width of [360, 640]) {
      const { page, complaints } = await newPage(browser, { viewport: { width, height: 740 } })
      for (const { name, path } of addressesOf(site)) {
        await page.goto(site.url + path)
        expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width])
      }
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })

  test('a statement shows its passage at once, and its answer when asked', async () => {
    const { page, complaints } = await newPage(browser)
    await page.goto(site.url + addressesOf(site).find(each => each.name === 'a nested statement')!.path)
    const seen = await page.locator('#passage').evaluate(passage => {
      const { top, bottom } = passage.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })
    expect(seen).toBe(true)
    await page.keyboard.press('q')
    await page.locator('[data-answers] > summary').click()
    await expect.poll(() => page.locator('[data-answers] code').innerText()).toContain('"speakers"')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
