// The pages that walk the graph: paths, the picture around somebody, timelines, two face to face; and those that tell of the schema and the server.
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apply } from '../../db/entering/apply.ts'
import { openForWriting } from '../../db/file/open.ts'
import { draftOf } from '../reading-builder.ts'
import { executablePath, newPage, theBrowser } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let crowded: Site
beforeAll(async () => { [site, crowded] = await Promise.all([openSite(), openSite(buildCrowd)]) })
afterAll(() => Promise.all([site.stop(), crowded.stop()]))

const documentOf = async (path: string, at = site) => {
  const response = await fetch(at.url + path, { headers: { accept: 'text/html' } })
  return Object.assign(parseHTML(await response.text()).document, { status: response.status })
}
const texts = (list: Iterable<{ textContent: string | null }>) => [...list].map(each => each.textContent!.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim())

describe('a path', () => {
  test('is a sentence whose every step leads to the words it rests on', async () => {
    const document = await documentOf('/path?from=barack-obama&to=free-syrian-army')
    expect(texts(document.querySelectorAll('.way-sentence'))[0]).toBe('Barack Obama US President United States accused Kremlin accused Free Syrian Army')
    const { paths: { paths } } = site.ask('{ paths(from: { slug: "barack-obama" }, to: { slug: "free-syrian-army" }) { paths { hops { tie { evidence { text } } } } } }') as unknown as { paths: { paths: { hops: { tie: { evidence: { text: string }[] } }[] }[] } }
    const links = [...document.querySelectorAll('.hops .evidence a')]
    expect(texts(links)).toEqual(paths.flatMap(({ hops }) => hops.map(({ tie }) => tie.evidence.map(({ text }) => text).join(' … '))))
    for (const link of links) {
      const place = await documentOf(link.getAttribute('href')!)
      expect(texts(place.querySelectorAll('.content, [id="at"], .at')).length, link.getAttribute('href')!).toBeGreaterThan(0)
    }
  })

  test('with claims as links is another than without: who only is claimed to have spared whom is no link of the articles', async () => {
    const [withClaims, without] = await Promise.all(['', '&claims=no'].map(async more => texts((await documentOf(`/path?from=kremlin&to=islamic-state&most=1${more}`)).querySelectorAll('.way-sentence'))))
    expect([withClaims, without]).toEqual([['Kremlin largely sparing Islamic State said not to be so'], []])
  })

  test('goes round whom it is told to leave out, and can be told to let in again', async () => {
    const document = await documentOf('/path?from=barack-obama&to=free-syrian-army&without=kremlin')
    expect(texts(document.querySelectorAll('.way-sentence')).join()).not.toContain('Kremlin')
    expect([...document.querySelectorAll('a')].some(link => /allow/.test(link.textContent!) && !/without/.test(link.getAttribute('href')!))).toBe(true)
  })

  test('that there is not says so, how far was looked, and where both are mentioned', async () => {
    const document = await documentOf('/path?from=barack-obama&to=free-syrian-army&most=1')
    expect(texts(document.querySelectorAll('.notice.empty'))[0]).toBe('There is no link between Barack Obama and Free Syrian Army within 1 step. Look up to 6 steps far.')
    expect(document.body.textContent).toContain('one article mentions both Barack Obama and Free Syrian Army')
  })

  test('from one to the same nothing is looked for; an end cannot be left out', async () => {
    const same = await documentOf('/path?from=russia&to=Russia')
    expect([texts(same.querySelectorAll('.notice.empty')), same.querySelectorAll('.ways').length]).toEqual([['Both are Russia; choose two.'], 0])
    const document = await documentOf('/path?from=barack-obama&to=free-syrian-army&without=free-syrian-army')
    expect(document.querySelectorAll('.way').length).toBeGreaterThan(0)
  })
})

describe('whom a name means', () => {
  test('the very name is enough; what may mean several offers them; what means nobody says so', async () => {
    expect(texts((await documentOf('/pair?a=Vladimir+Putin&b=david+cameron')).querySelectorAll('h1'))).toEqual(['Vladimir Putin and David Cameron'])
    const document = await documentOf('/path?from=Obama&to=FSA')
    expect(document.querySelectorAll('.way').length).toBe(0)
    const choices = [...document.querySelectorAll('.choices li')]
    expect(texts(choices)[0]).toContain('Barack Obama')
    expect(choices[0]!.querySelector('a.button')!.getAttribute('href')).toBe('/path?from=barack-obama&to=FSA')
    expect(texts((await documentOf('/graph?focus=zzzzqq')).querySelectorAll('.notice.empty'))).toEqual(['Nobody and nothing here goes by “zzzzqq”, or by a name like it.'])
    for (const path of ['/path', '/pair?a=putin', '/graph', '/timeline?entity=%20']) expect((await documentOf(path)).querySelectorAll('.drawer').length, path).toBe(0)
  })
})

interface Subgraph { readonly neighbourhood: { readonly nodes: readonly { readonly slug: string; readonly name: string }[] } }

describe('the picture', () => {
  test('has everybody of the neighbourhood, and lines for ties alone: solid where an article says one itself, dashed where all are claimed', async () => {
    const document = await documentOf('/graph?focus=vladimir-putin')
    const { neighbourhood } = site.ask('{ neighbourhood(of: { slug: "vladimir-putin" }, first: 40) { nodes { slug name } } }') as unknown as Subgraph
    expect([...document.querySelectorAll('.node')].map(node => node.getAttribute('data-slug')!).sort()).toEqual(neighbourhood.nodes.map(each => each.slug).sort())
    const edges = [...document.querySelectorAll('.edge')]
    expect(edges.length).toBeGreaterThan(10)
    for (const edge of edges) {
      const { relationships, statements } = site.ask(`query ($a: [String!], $b: [String!]) {
        relationships(filter: { subject: { slug: $a }, object: { slug: $b }, voice: ARTICLE }) { totalCount }
        statements(filter: { speaker: { slug: $a }, or: [{ addressee: { slug: $b } }, { target: { slug: $b } }], voice: ARTICLE }) { totalCount }
      }`, { a: [edge.getAttribute('data-from')], b: [edge.getAttribute('data-to')] }) as unknown as Record<'relationships' | 'statements', { totalCount: number }>
      expect(edge.classList.contains('own'), edge.getAttribute('aria-label')!).toBe(relationships.totalCount + statements.totalCount > 0)
    }
    expect(document.querySelectorAll('.twin tbody tr').length).toBe(edges.length)
  })

  test('says of what is only planned or told not to be so that it is, in the picture and in the table', async () => {
    const document = await documentOf('/graph?focus=kremlin')
    const words = 'largely sparing (said not to be so)'
    expect(texts(document.querySelectorAll('.twin td')).filter(each => each.includes('sparing'))).toEqual([words])
    expect([...document.querySelectorAll('.edge')].map(edge => edge.getAttribute('aria-label')!).filter(each => each.includes('sparing'))).toEqual([`Kremlin — ${words} — Islamic State, 1 tie, only claimed`])
  })

  test('is the same each time, and its address holds what is opened, hidden and left out', async () => {
    const address = '/graph?focus=vladimir-putin&opened=david-cameron&hidden=kremlin,ceasefire&claims=no&kinds=PERSON,COUNTRY'
    const [one, other] = await Promise.all([documentOf(address), documentOf(address)])
    expect(one.querySelector('svg.graph')!.outerHTML).toBe(other.querySelector('svg.graph')!.outerHTML)
    expect(one.querySelectorAll('.edge.claim, .kind-event, [data-slug="kremlin"]').length).toBe(0)
    expect(one.querySelectorAll('[data-slug="united-kingdom"]').length).toBe(1)
  })

  test('of a crowd has its strongest forty, at most a hundred and fifty, and says how many are left out', async () => {
    const document = await documentOf('/graph?focus=hub', crowded)
    expect([document.querySelectorAll('.node').length, texts(document.querySelectorAll('.notice.truncated'))[0]]).toEqual([40, 'Showing the 40 with the strongest ties; 121 more are in reach. Show 40 more'])
    const most = await documentOf('/graph?focus=hub&first=150', crowded)
    expect(most.querySelectorAll('.node').length).toBe(150)
  })
})

describe('a timeline', () => {
  test('has all that bears a date, and all that bears none', async () => {
    const document = await documentOf('/timeline?entity=vladimir-putin')
    const { entity } = site.ask(`{ entity(slug: "vladimir-putin") {
      dated: relationships(filter: { on: { from: "0001" } }, first: 100) { nodes { evidence { text } } }
      statements(first: 1) { totalCount }
    } }`) as unknown as { entity: { dated: { nodes: { evidence: { text: string }[] }[] }; statements: { totalCount: number } } }
    const words = texts(document.querySelectorAll('.chronicle .evidence'))
    for (const { evidence } of entity.dated.nodes) expect(words).toContain(evidence.map(({ text }) => text).join(' … '))
    expect(document.querySelectorAll('.said').length).toBe(entity.statements.totalCount)
    expect(document.querySelectorAll('.moment').length).toBeGreaterThanOrEqual(entity.dated.nodes.length)
  })

  test('tells an event that is only planned, or only claimed, as such; so does a search', async () => {
    const planned = 'Monday meeting of five planned'
    expect(texts((await documentOf('/timeline?entity=angela-merkel')).querySelectorAll('.chronicle .deed p'))).toContain(planned)
    expect(texts((await documentOf('/search?q=Monday+meeting&in=EVENT')).querySelectorAll('.found-name'))[0]).toMatch(/^Monday meeting of five Event .*\. planned$/)
    expect(texts((await documentOf('/search?q=bombing&in=EVENT')).querySelectorAll('.found-name')).filter(each => each.startsWith('Alleged'))).toEqual([expect.stringMatching(/^Alleged bombing of FSA targets Event.* only claimed$/)])
  })

  test('can be narrowed, and then shows nothing else', async () => {
    const document = await documentOf('/timeline?entity=vladimir-putin&from=2012&to=2012')
    expect(texts(document.querySelectorAll('.chronicle h2'))).toEqual(['2012'])
    expect(document.querySelectorAll('.undated').length).toBe(0)
    expect(texts((await documentOf('/timeline?entity=vladimir-putin&from=1999&to=2000')).querySelectorAll('.notice.empty'))).toEqual(['Nothing with a date is known of Vladimir Putin in this time.'])
  })

  test('a date that is none is refused with its sentence, not shown as empty', async () => {
    const document = await documentOf('/timeline?entity=vladimir-putin&from=yesterday')
    expect(texts(document.querySelectorAll('.notice.refused'))[0]).toContain('"yesterday"')
    expect(document.querySelectorAll('.notice.empty').length).toBe(0)
  })
})

test('face to face stands what each says to and about the other, and nothing of third ones', async () => {
  const document = await documentOf('/pair?a=vladimir-putin&b=david-cameron')
  const frames = [...document.querySelectorAll('.facing > section')].map(side => texts(side.querySelectorAll('.said-frame')))
  expect(frames).toEqual([['Vladimir Putin told David Cameron', 'Hearsay Vladimir Putin thanked David Cameron'], ['David Cameron will also urge Vladimir Putin not said yet', 'David Cameron hopes']])
  expect(texts(document.querySelectorAll('.shared .who')).join()).toContain('2012 meeting')
})

test('face to face, who only is claimed to have been somewhere is not told to have been there, and who was not there is left out; one alone is no two', async () => {
  const draft = draftOf(['The talks and the fair', 'Ann Lee joined the talks.', 'Bo Ray joined the talks, Cy Fox said.', 'Ann Lee joined the fair.', 'Bo Ray never joined the fair.', 'Ann Lee joined the march.', 'Bo Ray joined the march.'])
  draft
    .entity('ann', 'PERSON', 'Ann Lee', {}, 'Ann Lee').mention('ann', 'Ann Lee', 1).mention('ann', 'Ann Lee', 2)
    .entity('bo', 'PERSON', 'Bo Ray', {}, 'Bo Ray').mention('bo', 'Bo Ray', 1).mention('bo', 'Bo Ray', 2)
    .entity('cy', 'PERSON', 'Cy Fox', {}, 'Cy Fox')
    .entity('talks', 'EVENT', 'Talks', {}, 'talks')
    .entity('fair', 'EVENT', 'Fair', {}, 'fair')
    .entity('march', 'EVENT', 'March', {}, 'march')
    .statement('st', 'Bo Ray joined the talks', { speakers: ['cy'] }, 'said')
    .relationship('ann', 'talks', 'Ann Lee joined the talks', { type: 'PARTICIPATED_IN' })
    .relationship('bo', 'talks', 'Bo Ray joined the talks', { type: 'PARTICIPATED_IN', voice: 'CLAIMED', statement: 'st' })
    .relationship('ann', 'fair', 'Ann Lee joined the fair', { type: 'PARTICIPATED_IN' })
    .relationship('bo', 'fair', 'Bo Ray never joined the fair', { type: 'PARTICIPATED_IN', modality: 'NEGATED' })
    .relationship('ann', 'march', 'Ann Lee joined the march', { type: 'PARTICIPATED_IN' })
    .relationship('bo', 'march', 'Bo Ray joined the march', { type: 'PARTICIPATED_IN' })
  const { text, metadata, reading } = draft.done()
  const own = await openSite(path => {
    const graph = openForWriting(path)
    apply(graph, text, metadata, reading, '2021-02-03T08:00:00.000Z')
    graph.close()
  })
  const document = await documentOf('/pair?a=ann-lee&b=bo-ray', own)
  expect(texts(document.querySelectorAll('section[aria-label="Events of both"] li'))).toEqual(['March', 'Talks only claimed'])
  expect(texts((await documentOf('/pair?a=ann-lee&b=ann-lee', own)).querySelectorAll('.notice'))).toEqual(['Both are Ann Lee; choose two.'])
  await own.stop()
})

describe('the schema', () => {
  test('is there to read, each type with its fields, and as SDL', async () => {
    const index = await documentOf('/schema')
    const types = texts(index.querySelectorAll('.lines code'))
    expect(types).toContain('Statement')
    expect(new Set(types).size).toBe(types.length)
    const { __type } = site.ask('{ __type(name: "Statement") { fields { name description } } }') as unknown as { __type: { fields: { name: string; description: string }[] } }
    const page = await documentOf('/schema?type=Statement')
    for (const { name, description } of __type.fields) expect(page.getElementById(name)!.textContent).toContain(description)
    expect((await documentOf('/schema?type=Nothing')).status).toBe(404)
    const sdl = await fetch(`${site.url}/schema.graphql`)
    expect([sdl.status, sdl.headers.get('content-type'), (await sdl.text()).includes('type Statement implements Node & Tie')]).toEqual([200, 'text/plain; charset=utf-8', true])
  })
})

test('what this is stands under about, with every limit', async () => {
  const document = await documentOf('/about')
  const { limits } = site.ask('{ limits { name } }') as unknown as { limits: { name: string }[] }
  expect(texts(document.querySelectorAll('td:first-child'))).toEqual(limits.map(({ name }) => name))
})

describe.skipIf(executablePath === undefined)('in a browser', () => {
  test('a file that is not UTF-8 is not taken with its letters lost', async () => {
    const { page, complaints } = await newPage(await theBrowser())
    await page.goto(site.url)
    const choose = (name: string, buffer: Buffer): Promise<void> => page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer })
    const told = page.locator('.add [role="status"]')
    await choose('old.txt', Buffer.from('The café is shut.', 'latin1'))
    await told.filter({ hasText: 'old.txt is not UTF-8.' }).waitFor({ state: 'attached' })
    expect(await page.locator('#text').inputValue()).toBe('')
    await choose('new.txt', Buffer.from('The café is shut.'))
    await told.filter({ hasText: 'new.txt: 17 characters.' }).waitFor({ state: 'attached' })
    expect([await page.locator('#text').inputValue(), complaints]).toEqual(['The café is shut.', []])
    await page.close()
  })

  test('names of a crowded picture cover no other name; a node is dragged with its lines; arrows walk; finding dims the others', async () => {
    const { page, complaints } = await newPage(await theBrowser())
    await page.goto(`${crowded.url}/graph?focus=hub&first=150`)
    const overlaps = await page.$$eval('.names text', all => {
      const boxes = all.map(each => each.getBoundingClientRect())
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length
    })
    expect([await page.locator('.names text').count() > 5, overlaps]).toEqual([true, 0])

    const node = page.locator('.node.focus')
    const before = (await node.boundingBox())!
    const line = page.locator('.edge[data-from="hub"] .line').first()
    const [x1] = [await line.getAttribute('x1')]
    await page.mouse.move(before.x + before.width / 2, before.y + 8)
    await page.mouse.down()
    await page.mouse.move(before.x + before.width / 2 + 60, before.y + 40, { steps: 5 })
    await page.mouse.up()
    const after = (await node.boundingBox())!
    expect(Math.round(after.x - before.x)).toBe(60)
    expect(await line.getAttribute('x1')).not.toBe(x1)
    expect(page.url()).toContain('focus=hub') // a drag is no press

    await node.focus()
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await page.keyboard.press(key)
      if (await page.evaluate(() => document.activeElement?.getAttribute('data-slug')) !== 'hub') break
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-slug'))).toMatch(/^neighbour/)

    await page.fill('[data-find]', 'Neighbour 7')
    expect(await page.locator('.node:not(.dim)').count()).toBe(await page.locator('.node[data-name^="Neighbour 7"]').count())
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('keys lead to the graph and to the timeline, and are listed', async () => {
    const { page, complaints } = await newPage(await theBrowser())
    await page.goto(`${site.url}/e/vladimir-putin`)
    await page.keyboard.press('?')
    expect(await page.locator('dialog').innerText()).toContain('timeline')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    await page.keyboard.press('g')
    await page.waitForURL('**/graph?focus=vladimir-putin')
    await page.keyboard.press('t')
    await page.waitForURL('**/timeline?entity=vladimir-putin')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('from home to how Obama and the FSA are connected takes three presses; going back restores each view', async () => {
    const { page } = await newPage(await theBrowser())
    await page.goto(site.url)
    await page.click('nav a[href="/path"]')
    await page.fill('input[name="from"]', 'Barack Obama')
    await page.fill('input[name="to"]', 'Free Syrian Army')
    await page.click('.ends button')
    const shown = await page.locator('.ways').textContent()
    expect(await page.locator('.way').count()).toBeGreaterThan(0)
    await page.click('text=Only what articles report themselves')
    await page.goBack()
    expect((await page.locator('.ways').textContent())?.replace(/Show GraphQL.*/s, '')).toBe(shown?.replace(/Show GraphQL.*/s, ''))
    await page.context().close()
  })
})

/** One whom 160 know, some of whom know one another. */
function buildCrowd(path: string): void {
  const graph = openForWriting(path)
  for (let part = 0; part < 4; part++) {
    const numbers = Array.from({ length: 40 }, (_, index) => part * 40 + index)
    const draft = draftOf([`Crowd ${part}`, ...numbers.map(number => `Neighbour ${number}x met the hub ${number}.`)], { publishedOn: '2020-01-01' })
    draft.entity('hub', 'PERSON', 'Hub')
    for (const number of numbers) draft.mention('hub', `hub ${number}`)
    for (const number of numbers) draft.entity(`n${number}`, number % 3 === 0 ? 'COUNTRY' : 'ORGANISATION', `Neighbour ${number}x`, {}, `Neighbour ${number}x`)
    for (const number of numbers) {
      draft.relationship(`n${number}`, 'hub', `Neighbour ${number}x met`)
      if (number % 2 === 0) draft.relationship(`hub`, `n${number}`, `met the hub ${number}`)
      if (number % 40 > 0) draft.relationship(`n${number}`, `n${number - 1}`, `${number}x met`)
    }
    const { text, metadata, reading } = draft.done()
    apply(graph, text, metadata, reading, '2020-01-02T00:00:00.000Z')
  }
  graph.close()
}
