/// <reference lib="dom" />
// A real browser that is cut off from every other host, and notes whatever a page should never do.
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

export const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))

let launched: Promise<Browser> | undefined

/** One for all that a process of the tests looks at: each has a context of its own, and closes that. It ends with its process. */
export function theBrowser(): Promise<Browser> {
  // Every other host is a name that nobody has.
  return (launched ??= chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] }))
}

/** `elsewhere`: requests to other hosts; `complaints`: errors, violations of the content policy, dialogs. Both must stay empty. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; elsewhere: string[]; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const elsewhere: string[] = []
  const complaints: string[] = []
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (hostname !== '127.0.0.1' && protocol !== 'blob:' && protocol !== 'data:') elsewhere.push(request.url())
  })
  page.on('console', message => { if (message.type() === 'error' && !/status of 404/.test(message.text())) complaints.push(message.text()) })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('dialog', dialog => {
    complaints.push(dialog.message())
    return dialog.dismiss()
  })
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(() => addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective}`)))
  }
  return { page, elsewhere, complaints }
}
