// Every page of the explorer in a real browser. Skipped where there is no Chromium.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executablePath, newPage, theBrowser } from './browser.ts'
import { addressesOf, openSite, siteToken, type Site } from './site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options = { resultTypes: ['violations'], preload: false }

/** What axe finds, each with the elements that it is about. */
function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ${told})`)
}
const told = "violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).slice(0, 3).join(' | '))"

/**
 * What axe finds of contrast in words that look as none did that was looked at before, on this page or another: of the same colour, size and weight, before
 * the same backgrounds, they have the same contrast. What lies over what is the same in the light, where axe looks at all of them.
 */
async function faintWords(page: Page, looks: Set<string>): Promise<readonly string[]> {
  const { fresh, faint } = await page.evaluate<{ fresh: string[]; faint: string[] }>(`(async known => {
    const seen = new Set(known)
    const fresh = []
    const styles = new Map()
    const behind = element => {
      if (element === null) return ''
      if (!styles.has(element)) {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element)
        styles.set(element, [backgroundColor, backgroundImage, opacity, behind(element.parentElement)].join())
      }
      return styles.get(element)
    }
    const include = [...document.body.querySelectorAll('*')].filter(element => {
      if (![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '') && !element.matches('input, textarea, select')) return false
      const { color, fill, fontSize, fontWeight, textShadow } = getComputedStyle(element)
      const look = [color, fill, fontSize, fontWeight, textShadow, behind(element)].join()
      if (seen.has(look)) return false
      seen.add(look)
      fresh.push(look)
      return true
    })
    const faint = include.length === 0 ? [] : await axe.run({ include }, ${JSON.stringify({ ...options, runOnly: ['color-contrast'] })}).then(({ violations }) => ${told})
    return { fresh, faint }
  })(${JSON.stringify([...looks])})`)
  for (const look of fresh) looks.add(look)
  return faint
}

describe.skipIf(executablePath === undefined)('in Chromium (skipped where it is not installed)', () => {
  let site: Site
  let browser: Browser
  /** For tests that leave nothing but where they went. */
  let common: Awaited<ReturnType<typeof newPage>>
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([openSite(), theBrowser()])
    common = await newPage(browser)
  })
  afterAll(async () => {
    await common.page.context().close()
    await site.stop()
  })

  test('no page has a fault that axe finds, in light or dark, nor is wider than a phone; none asks another host or complains of anything', async () => {
    const { page, elsewhere, complaints } = await newPage(browser, { bypassCSP: true, reducedMotion: 'reduce' })
    const looks = new Set<string>()
    for (const [index, { name, path }] of addressesOf(site).entries()) {
      await page.goto(site.url + path)
      // What is behind "Show GraphQL" is the same everywhere.
      if (index === 0) await page.evaluate('document.querySelectorAll("details").forEach(each => { each.removeAttribute("name"); each.open = true })')
      await page.evaluate(axe)
      expect([name, await violations(page)]).toEqual([name, []])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([name, 'dark', await faintWords(page, looks)]).toEqual([name, 'dark', []])
      await page.emulateMedia({ colorScheme: 'light' })
      for (const width of [360, 640]) {
        await page.setViewportSize({ width, height: 740 })
        expect([name, width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width, width])
      }
      await page.setViewportSize({ width: 1280, height: 800 })
    }
    expect([elsewhere, complaints]).toEqual([[], []])
    await page.context().close()
  }, 300_000)

  test('a statement shows its passage at once, and its answer when asked', async () => {
    const { page, complaints } = common
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
  })

  test('search suggests as one types, by keyboard; without a choice Enter searches', async () => {
    const { page, elsewhere, complaints } = common
    await page.goto(site.url)
    await page.keyboard.type('david camer')
    const options = page.getByRole('option')
    await options.first().waitFor()
    expect(await options.first().innerText()).toContain('David Cameron')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('#q').getAttribute('aria-activedescendant')).toBe('suggestion-q-0')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/e/david-cameron')
    await page.keyboard.press('/')
    await page.keyboard.type('paris')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=paris')
    expect([elsewhere, complaints]).toEqual([[], []])
  })

  test('a box for somebody suggests whom one may mean, and is filled by what is chosen', async () => {
    const { page, complaints } = await newPage(browser, { bypassCSP: true })
    await page.goto(`${site.url}/path`)
    await page.locator('input[name="from"]').focus()
    await page.keyboard.type('camero')
    const options = page.locator('.suggestions:visible li')
    await options.first().waitFor()
    await page.evaluate(axe)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect([page.url(), await page.locator('input[name="from"]').inputValue(), await options.count()]).toEqual([`${site.url}/path`, 'david-cameron', 0])
    await page.locator('input[name="to"]').focus()
    await page.keyboard.type('vladimir p')
    await options.first().click()
    expect(await page.locator('input[name="to"]').inputValue()).toBe('vladimir-putin')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/path?from=david-cameron&to=vladimir-putin**')
    expect(await page.locator('.way').count()).toBeGreaterThan(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('the keyboard reaches everything: past the head, into a list, to the next statement and back', async () => {
    const { page } = common
    await page.goto(site.url + addressesOf(site).find(each => each.name === 'a nested statement')!.path)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
    await page.keyboard.press('Tab')
    const reached: unknown[] = []
    for (let count = 0; count < 12; count++) {
      reached.push(await page.evaluate('[document.activeElement.closest("main") !== null, getComputedStyle(document.activeElement).outlineStyle]'))
      await page.keyboard.press('Tab')
    }
    expect(reached).toEqual(Array.from({ length: 12 }, () => [true, 'solid']))
    const here = new URL(page.url()).pathname
    await page.keyboard.press('p')
    await page.waitForURL(url => url.pathname !== here)
    await page.keyboard.press('n')
    await page.waitForURL(url => url.pathname === here)
  })

  test('from home: the words of a quotation in two presses, who accused Russia’s Kremlin in two, a query to copy in two', async () => {
    const { page } = common
    await page.goto(site.url)
    await page.getByRole('link', { name: /Who accused whom/ }).click()
    await page.locator('.said .spoken a').first().click()
    await page.waitForURL('**/s/**')
    expect(await page.locator('#passage').innerText()).toContain('bombing')
    expect(await page.locator('h1').innerText()).toContain('Kremlin')
    await page.goBack()
    await page.waitForURL('**/search?in=STATEMENT&act=ACCUSE')
    await page.goBack()
    await page.locator('.drawer > summary').first().click()
    await page.locator('.drawer .copy').first().click()
    await expect.poll(() => page.locator('.drawer .copy').first().innerText()).toMatch(/Copied|Selected/)
  })

  test('everything is there without JavaScript: search, an entity, a statement, an article', async () => {
    const { page } = await newPage(browser, { javaScriptEnabled: false })
    await page.goto(site.url)
    await page.locator('#q').fill('putin')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'Vladimir Putin' }).first().click()
    await page.getByRole('link', { name: /Is said about/ }).click()
    await page.getByRole('link', { name: /^Says/ }).click()
    await page.locator('.said .spoken a').first().click()
    await page.getByRole('link', { name: 'Whole article' }).click()
    expect(page.url()).toMatch(/\/a\/.*#sentence-\d+$/)
    await page.getByRole('link', { name: /Take off: People/ }).click()
    expect(page.url()).toContain('hide=people')
    await page.context().close()
  })

  test('a file that is dropped on the form is its text; words that are dragged are not', async () => {
    const { page, complaints } = common
    await page.goto(site.url)
    await page.locator('.add summary').click()
    const dropped = (what: string) => page.evaluateHandle(`(() => { const data = new DataTransfer(); ${what}; return data })()`)
    await page.dispatchEvent('form[data-read]', 'drop', { dataTransfer: await dropped("data.setData('text/plain', 'words')") })
    await page.dispatchEvent('form[data-read]', 'drop', { dataTransfer: await dropped("data.items.add(new File(['The pier\\n\\nIt opens.'], 'pier.txt', { type: 'text/plain' }))") })
    await page.locator('.add [role="status"]').filter({ hasText: 'pier.txt: 19 characters.' }).waitFor()
    expect([await page.getByLabel('Text', { exact: true }).inputValue(), complaints]).toEqual(['The pier\n\nIt opens.', []])
  })

  test('on paper there is the article and what was found, and nothing to press', async () => {
    const { page } = await newPage(browser)
    await page.goto(site.url + addressesOf(site).find(each => each.name === 'a nested statement')!.path)
    await page.emulateMedia({ media: 'print' })
    const isSeen = (selector: string) => page.locator(selector).first().isVisible()
    expect(await Promise.all(['main h1', '.text', '.content', '.top nav', '.search', '.drawer', '.walk'].map(isSeen))).toEqual([true, true, true, false, false, false, false])
    await page.context().close()
  })

  test('an article that is pasted is read at once; the wrong token is told, and what was typed stays', async () => {
    const { page, complaints } = await newPage(browser)
    await page.goto(site.url)
    await page.locator('.add summary').click()
    await page.getByLabel('Text', { exact: true }).fill('Minister meets farmers\n\n“Nobody will be left behind,” Agriculture Minister Mira Okafor told reporters in Vienna on Tuesday. 🕊\n')
    await page.getByLabel('Token of the server').fill('wrong-token-0123456789')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.locator('.add .notice.failed').waitFor()
    expect(await page.locator('.add .notice.failed').innerText()).toContain('token')
    await page.getByLabel('Token of the server').fill(siteToken)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.waitForURL('**/a/**')
    expect(await page.locator('.said-here').innerText()).toContain('Nobody will be left behind')
    expect(complaints.filter(each => !/401/.test(each))).toEqual([])
    await page.context().close()
  })
})
