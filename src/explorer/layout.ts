// What stands around every page: the head, the search box, the ways on, the foot.
import type { Here } from './here.ts'
import { attribute, html, plain, toText, type Html } from './html.ts'
import { operation } from './operations.ts'
import { iconShapes } from './people.ts'

export interface Page {
  readonly title: string
  readonly body: Html
  /** 200 where none is given. */
  readonly status?: number
  /** Which of the ways on this page is. */
  readonly at?: string
  /** A class for the page as a whole. */
  readonly class?: string
}

/** On every page: nothing of another origin, nothing inline, no script made of text. */
export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'Cache-Control': 'no-cache',
} as const

const ways: readonly (readonly [path: string, words: string])[] = [
  ['/search', 'Search'],
  ['/graph', 'Graph'],
  ['/path', 'Paths'],
  ['/pair', 'Face to face'],
  ['/timeline', 'Timeline'],
  ['/schema', 'Schema'],
  ['/graphql', 'GraphiQL'],
  ['/about', 'About'],
]

const mark = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%23173b6c'/%3E%3Cpath d='M8 20c0-6 2-9 6-11v3c-2 1-3 3-3 4h3v7H8zm10 0c0-6 2-9 6-11v3c-2 1-3 3-3 4h3v7h-6z' fill='%23ffe08a'/%3E%3C/svg%3E"

export function layout({ title, body, at = '', class: name = '' }: Page, here: Here): string {
  return toText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${plain(title)} · On Record</title>
<link rel="icon" href="${mark}">
<link rel="stylesheet" href="/explorer.css">
<script src="/explorer.js" defer></script>
</head>
<body class="${name}">
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="/"><span class="sign" aria-hidden="true">“</span>On Record</a>
${at === '/' ? null : searchForm(here, false)}
<nav aria-label="Pages"><ul>${ways.filter(([path]) => here.hasPlayground || (path !== '/graphql' && path !== '/schema')).map(([path, words]) => html`<li><a href="${path}"${attribute('aria-current', path === at && 'page')}>${words}</a></li>`)}</ul></nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="foot">
<p>Read by rules from the articles’ own text, offline. A <span class="sample claim-mark">dashed line</span> marks what somebody claims; a <span class="sample own-mark">solid line</span> what an article says itself. Every fact leads to the words it rests on.</p>
<p class="keys"><kbd>/</kbd> search · <kbd>q</kbd> show GraphQL · <kbd>n</kbd> <kbd>p</kbd> next and previous · <kbd>?</kbd> all keys</p>
</footer>
${iconShapes}
</body>
</html>
`)
}

/** `large`: the one of the home page. Type-ahead asks the operation that stands beside it. */
export function searchForm({ path, search }: Here, large: boolean): Html {
  const given = path === '/search' ? search.get('q') ?? '' : ''
  return html`<form class="search${large ? ' large' : ''}" action="/search" role="search">
<label class="hidden" for="q">Search people, statements and articles</label>
<input id="q" name="q" type="search" value="${given}" placeholder="Search people, countries, statements, words" autocomplete="off" maxlength="300" data-suggest="${operation('Suggest')}"${attribute('autofocus', large)}>
<button type="submit">Search</button>
</form>`
}
