// GraphiQL in a real browser that is cut off from every other host. Skipped where there is no Chromium.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executablePath, theBrowser } from './explorer/browser.ts'
import { startSample } from './sample.ts'

const html = { accept: 'text/html,*/*;q=0.8' }

const folder = mkdtempSync(join(tmpdir(), 'onrecord-questions-'))
let sample: Awaited<ReturnType<typeof startSample>>
beforeAll(async () => {
  writeFileSync(join(folder, '2-who.graphql'), 'query WhoIsHere { person { name } }\n')
  writeFileSync(join(folder, '1-what.graphql'), '# </script><script>alert(1)</script>\nquery WhatIsHere { __schema { queryType { name } } }\n')
  writeFileSync(join(folder, 'notes.txt'), 'not a question')
  sample = await startSample({ questions: pathToFileURL(`${folder}/`) })
})
afterAll(async () => {
  await sample.stop()
  rmSync(folder, { recursive: true })
})

describe('the page', () => {
  test('is for those who ask for HTML, compressed, under its own policy, and known again by its tag', async () => {
    const response = await fetch(`${sample.url}/graphql`, { headers: html })
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-encoding')]).toEqual([200, 'text/html; charset=utf-8', 'gzip'])
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-/)
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/)
    const again = await fetch(`${sample.url}/graphql`, { headers: { ...html, 'if-none-match': response.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('holds nothing of the request', async () => {
    const plain = await (await fetch(`${sample.url}/graphql`, { headers: html })).text()
    const asked = await (await fetch(`${sample.url}/graphql?query=%3C/script%3E%3Cb%3Emarked`, { headers: { ...html, 'accept-language': 'marked' } })).text()
    expect(asked).toBe(plain)
  })
})

describe.skipIf(executablePath === undefined)('in Chromium (skipped where it is not installed)', () => {
  test('a query in the hash of the address opens as the first tab, and behind it are the questions, by name; each runs without asking another host', async () => {
    const page = await (await (await theBrowser()).newContext({ viewport: { width: 1400, height: 800 } })).newPage()
    const elsewhere: string[] = []
    const complaints: string[] = []
    await page.route('**', route => {
      const { protocol, hostname } = new URL(route.request().url())
      if (hostname === '127.0.0.1' || protocol === 'blob:' || protocol === 'data:') return route.continue()
      elsewhere.push(route.request().url())
      return route.abort()
    })
    page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
    page.on('pageerror', error => complaints.push(error.message))
    page.on('dialog', dialog => { complaints.push(dialog.message()); return dialog.dismiss() })
    await page.goto(`${sample.url}/graphql#query=${encodeURIComponent('query Handed { hello(name: "</script>") }')}`)
    await page.getByRole('tab').first().waitFor()
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Handed', 'WhatIsHere', 'WhoIsHere'])
    await page.getByRole('button', { name: /execute query/i }).click()
    await page.getByText('Hello, </script>.').waitFor()
    await page.getByRole('tab').nth(2).click()
    // GraphiQL asks for the tab before, for half a second behind a change of tabs: as a user would, press again.
    await expect.poll(async () => {
      await page.getByRole('button', { name: /execute query/i }).click()
      return page.getByText('David Cameron').waitFor({ timeout: 2_000 }).then(() => true, () => false)
    }, { interval: 500 }).toBe(true)
    if (process.env['SCREENSHOT']) await page.screenshot({ path: process.env['SCREENSHOT'] })
    expect(elsewhere).toEqual([])
    expect(complaints).toEqual([])
    expect(new URL(page.url()).search).toBe('')
    await page.context().close()
  })
})
