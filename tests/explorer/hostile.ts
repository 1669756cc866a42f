// Names, titles and texts that try to run scripts, to break out of attributes, and to turn what stands beside them; and an article with emoji.
import { apply } from '../../db/entering/apply.ts'
import { openForWriting } from '../../db/file/open.ts'
import { draftOf, type Article } from '../reading-builder.ts'

const scripts = [
  '<script>ran()</script>', '<img src=x onerror=ran()>', '<svg onload=ran()>', '<svg><script>ran()</script></svg>', '<body onload=ran()>', '<iframe src="javascript:ran()"></iframe>',
  '<a href="javascript:ran()">x</a>', '<input autofocus onfocus=ran()>', '<details open ontoggle=ran()>', '<video><source onerror=ran()></video>', '<math href="javascript:ran()">x</math>',
  '<form action="javascript:ran()"><button>x</button></form>', '<object data="javascript:ran()">', '<embed src="javascript:ran()">', '<link rel=stylesheet href="javascript:ran()">', '<meta http-equiv=refresh content="0;url=javascript:ran()">',
  '<base href="javascript:ran()//">', '<style>@import "//evil.example/x"</style>', '<template><img src=x onerror=ran()></template>', '<noscript><img src=x onerror=ran()></noscript>', '</title><script>ran()</script>',
  '</script><script>ran()</script>', '</textarea><script>ran()</script>', '<!--<script>ran()</script>-->', '--><script>ran()</script>', '<![CDATA[<script>ran()</script>]]>', '<scr<script>ipt>ran()</script>', '<IMG SRC=x OnErRoR=ran()>',
  'javascript:ran()', 'JaVaScRiPt:ran()', '&#106;avascript:ran()', '&lt;script&gt;ran()&lt;/script&gt;', '\\u003cscript\\u003eran()\\u003c/script\\u003e', '${ran()}', '{{ran()}}', '{{constructor.constructor("ran()")()}}', '<%= ran() %>', '#{ran()}',
  '`;ran();`', '<xss style="animation-name:x" onanimationstart=ran()>',
]

/** 120 of them: as they are, and behind either quotation mark. */
export const payloads: readonly string[] = scripts.flatMap(script => [script, `">${script}`, `' ${script} x='`])

/** Each payload is a name, stands in a text, and is said; some are titles, publishers, authors and addresses. */
export function hostileArticles(): readonly Article[] {
  const lines = payloads.map((payload, index) => `Line ${index} has ${payload} say ${payload}${index} today.`)
  const draft = draftOf(['<img src=x onerror=ran()> & “Title”', ...lines], {
    title: '<img src=x onerror=ran()> & “Title”', publisher: '"><script>ran()</script>', author: "' onmouseover='ran()", url: 'javascript:ran()', publishedOn: '2020-01-01', supplied: ['publisher'],
  })
  for (const [index, payload] of payloads.entries()) {
    draft.entity(`e${index}`, 'PERSON', payload, { description: payload, distinguisher: `${index}` }, `Line ${index} has ${payload}`)
    draft.statement(`s${index}`, `${payload}${index} today`, { speakers: [`e${index}`], addressees: [`e${(index + 1) % payloads.length}`], targets: [`e${(index + 2) % payloads.length}`], about: [`e${index}`] })
    draft.remark(payload)
  }
  const greeting = draftOf([
    '🕊️ Peace 👩‍👩‍👧‍👦 talks',
    '🇸🇾 “👋 Hello”, محمد العربي said 🙂 to Ada\u202E Vell\u202C.',
    'قال محمد العربي إن السلام قريب، وكتبت צפורה ذلك.',
  ], { publishedOn: '2021-02-03', url: 'https://news.example/a?b=1&c="2"' })
  greeting
    .entity('m', 'PERSON', 'محمد العربي', {}, 'محمد العربي').mention('m', 'محمد العربي', 1)
    .entity('a', 'PERSON', 'Ada\u202E Vell\u202C', {}, 'Ada\u202E Vell\u202C')
    .entity('z', 'PERSON', 'צפורה', {}, 'צפורה')
    .entity('t', 'EVENT', '👩‍👩‍👧‍👦 talks', {}, 'Peace 👩‍👩‍👧‍👦 talks')
    .statement('hello', '👋 Hello', { speakers: ['m'], addressees: ['a'] }, 'said')
    .statement('peace', 'السلام قريب', { speakers: ['m'], about: ['t'] }, 'قال')
    .relationship('m', 'a', 'said 🙂 to', { type: 'CONSULT' })
  return [draft.done(), greeting.done()]
}

export function buildHostile(path: string): void {
  const graph = openForWriting(path)
  for (const { text, metadata, reading } of hostileArticles()) apply(graph, text, metadata, reading, '2021-02-03T08:00:00.000Z')
  graph.close()
}
