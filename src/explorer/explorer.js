// Enhances the pages; each of them works without. Text enters the page as text alone, never as HTML.

document.querySelectorAll('[data-suggest]').forEach(suggest)
document.querySelectorAll('[data-copy]').forEach(offerCopy)
document.querySelectorAll('.drawer').forEach(fillAnswer)
document.querySelectorAll('[data-read]').forEach(readWhatIsGiven)
document.addEventListener('keydown', pressed)
toPassage()
if (document.querySelector('svg[data-graph]')) import('/graph.js')
followText()

/** Type-ahead: a combobox with a list, as the ARIA practices have it. What is chosen is gone to, or fills the box where it asks for somebody. */
function suggest(input) {
  const list = element('ul', { className: 'suggestions', id: `suggestions-${input.name}`, role: 'listbox', hidden: true })
  list.setAttribute('aria-label', 'Suggestions')
  for (const [name, value] of Object.entries({ 'role': 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list' })) input.setAttribute(name, value)
  input.closest('.whom, form').append(list)
  let asked = 0
  let chosen = -1

  const close = () => {
    list.hidden = true
    chosen = -1
    asked++ // what is answered later comes too late
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = index => {
    const options = [...list.children]
    chosen = options.length === 0 ? -1 : (index + options.length) % options.length
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)))
    if (chosen >= 0) input.setAttribute('aria-activedescendant', options[chosen].id)
  }
  const show = nodes => {
    const before = list.children[chosen]?.dataset.href
    list.replaceChildren(...nodes.map((node, index) => option(node, `suggestion-${input.name}-${index}`)))
    list.hidden = nodes.length === 0
    input.setAttribute('aria-expanded', String(nodes.length > 0))
    chosen = -1
    input.removeAttribute('aria-activedescendant')
    // Who has chosen already keeps it while more is answered.
    const still = [...list.children].findIndex(({ dataset }) => dataset.href === before)
    if (still >= 0) choose(still)
  }
  const take = ({ dataset }) => {
    if (input.dataset.takes !== 'slug') return location.assign(dataset.href)
    input.value = dataset.slug
    close()
  }
  input.addEventListener('input', async () => {
    const turn = ++asked
    const text = input.value.trim()
    if (!/[\p{L}\p{N}]/u.test(text)) return close()
    const answer = await ask(input.dataset.suggest, { text }).catch(() => null)
    if (turn === asked) show(answer?.data?.search?.nodes ?? [])
  })
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) { close(); event.preventDefault() }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      choose(event.key === 'ArrowDown' ? chosen + 1 : Math.max(chosen, 0) - 1)
      event.preventDefault()
    }
    if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      take(list.children[chosen])
    }
  })
  list.addEventListener('mousedown', event => {
    event.preventDefault()
    const chosenOne = event.target.closest('li')
    if (chosenOne) take(chosenOne)
  })
  input.addEventListener('blur', close)
}

function option(node, id) {
  const { words, sort, href } = described(node)
  const item = element('li', { id, role: 'option' }, element('bdi', {}, words), element('span', { className: 'facts' }, sort))
  item.setAttribute('aria-selected', 'false')
  Object.assign(item.dataset, { href, slug: node.slug })
  return item
}

function described(node) {
  if (node.__typename === 'Article') return { words: node.title, sort: 'Article', href: `/a/${encodeURIComponent(node.slug)}` }
  if (node.__typename === 'Statement') {
    const speakers = node.speakers.map(each => each.name).join(', ')
    return { words: `${speakers} ${node.label}: ${node.text.slice(0, 60)}`.trim(), sort: 'Statement', href: `/s/${encodeURIComponent(node.id)}` }
  }
  return { words: node.name, sort: node.__typename, href: `/e/${encodeURIComponent(node.slug)}` }
}

async function ask(query, variables, headers = {}) {
  const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) })
  return response.json()
}

function offerCopy(pre) {
  const button = element('button', { type: 'button', className: 'button copy' }, 'Copy')
  button.addEventListener('click', async () => {
    const code = pre.querySelector('code')
    try {
      await navigator.clipboard.writeText(code.textContent)
      button.textContent = 'Copied'
    } catch { // there is no clipboard over plain HTTP but on this machine
      getSelection().selectAllChildren(code)
      button.textContent = 'Selected'
    }
    setTimeout(() => { button.textContent = 'Copy' }, 2000)
  })
  pre.append(button)
}

/** The answer is fetched when it is looked at: the same address as the link to download it. */
function fillAnswer(drawer) {
  const details = drawer.querySelector('[data-answers]')
  details?.addEventListener('toggle', async () => {
    if (!details.open || details.dataset.filled) return
    const response = await fetch(drawer.querySelector('a[download]').href).catch(() => null)
    if (!response?.ok) return // opened again it is asked for again
    details.dataset.filled = 'yes'
    const text = await response.text()
    details.querySelector('code').textContent = text.length > 200_000 ? `${text.slice(0, 200_000)}\n… (${text.length} characters; download the answer for all of it)` : text
  })
}

const keys = [
  ['/', 'search'], ['q', 'show GraphQL'], ['n', 'next statement, or more of a list'], ['p', 'the one before'],
  ['g', 'graph of whom the page is about'], ['t', 'timeline'], ['?', 'these keys'], ['← → ↑ ↓', 'in the graph: along its lines'],
]

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return
  const act = {
    '/': () => document.getElementById('q')?.focus(),
    'q': () => {
      const drawer = document.querySelector('.drawer')
      if (!drawer) return
      drawer.open = !drawer.open
      drawer.querySelector('summary').focus()
    },
    'n': () => document.querySelector('a[rel="next"]')?.click(),
    'p': () => document.querySelector('a[rel="prev"]')?.click(),
    'g': () => document.querySelector('main a[href^="/graph?"]')?.click(),
    't': () => document.querySelector('main a[href^="/timeline?"]')?.click(),
    '?': showKeys,
  }[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

/** Closed by Escape, as every dialog, or by its button. */
function showKeys() {
  const open = document.querySelector('dialog.keys-help')
  if (open) return open.close()
  const rows = keys.map(([key, what]) => element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, what)))
  const close = element('button', { type: 'button', className: 'button' }, 'Close')
  const dialog = element('dialog', { className: 'keys-help' }, element('h2', {}, 'Keys'), element('dl', {}, ...rows), close)
  dialog.setAttribute('aria-label', 'Keys')
  dialog.addEventListener('close', () => dialog.remove())
  close.addEventListener('click', () => dialog.close())
  document.body.append(dialog)
  dialog.showModal()
}

/** The list beside an article follows what is being read. */
function followText() {
  const items = [...document.querySelectorAll('.said-here li')]
  if (items.length === 0) return
  const list = document.querySelector('.said-here')
  const seen = new Set()
  const watcher = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target.id.replace('sentence-', ''))
    const now = items.filter(item => seen.has(item.dataset.sentence))
    items.forEach(item => item.classList.toggle('now', now.includes(item)))
    if (now[0] && list.scrollHeight > list.clientHeight) list.scrollTop = now[0].offsetTop - list.offsetTop - 60
  }, { rootMargin: '-15% 0px -45% 0px' })
  document.querySelectorAll('.text .sentence').forEach(sentence => watcher.observe(sentence))
}

/** Whether a file is dragged, which the browser else would leave the page for. */
function bringsFile(event) {
  const isFile = event.dataTransfer.types.includes('Files')
  if (isFile) event.preventDefault()
  return isFile
}

/** Sends an article by the mutation of any client, and goes to its reading. */
function readWhatIsGiven(form) {
  const status = form.querySelector('[role="status"]')
  const file = form.querySelector('[type="file"]')
  let html = null
  const tell = (words, sort) => {
    status.hidden = false
    status.className = `notice ${sort}`
    status.textContent = words
  }
  const take = async ([chosen]) => {
    if (!chosen) return
    let text
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(await chosen.arrayBuffer())
    } catch {
      file.value = ''
      return tell(`${chosen.name} is not UTF-8. Save it as UTF-8, or read it with “onrecord read”, which finds out what it is.`, 'failed')
    }
    html = /html/.test(chosen.type) ? text : null
    form.elements.text.value = text
    tell(`${chosen.name}: ${text.length.toLocaleString('en-GB')} characters${html === null ? '' : ' of HTML; its main text is found when it is read'}.`, 'empty')
  }
  file.addEventListener('change', () => take(file.files))
  form.addEventListener('dragover', bringsFile)
  form.addEventListener('drop', event => { if (bringsFile(event)) take(event.dataTransfer.files) })
  form.elements.text.addEventListener('input', () => { html = null })
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const given = name => form.elements[name].value.trim() || null
    const button = form.querySelector('[type="submit"]')
    button.disabled = true
    const started = performance.now()
    const clock = setInterval(() => tell(`Reading … ${Math.round((performance.now() - started) / 1000)} s`, 'empty'), 1000)
    tell('Reading …', 'empty')
    try {
      const input = { ...(html === null ? { text: form.elements.text.value } : { html }), title: given('title'), publisher: given('publisher'), publishedOn: given('publishedOn') }
      const { data, errors } = await ask(form.dataset.read, { input }, { authorization: `Bearer ${form.elements.token.value}` })
      const result = data?.readArticle
      if (result?.__typename === 'ReadArticleSuccess') return location.assign(`/a/${encodeURIComponent(result.article.slug)}`)
      tell(errors?.[0]?.message ?? result?.message ?? 'The server gave no answer.', 'failed')
    } catch {
      tell('The server does not answer. What you typed is still here.', 'failed')
    } finally {
      clearInterval(clock)
      button.disabled = false
    }
  })
}

/** Beside its card, a statement's passage stands at a third of its article's height. */
function toPassage() {
  const sheet = document.querySelector('.text-side .sheet')
  const passage = document.getElementById('passage')
  if (!sheet || !passage || sheet.scrollHeight <= sheet.clientHeight) return
  sheet.scrollTop += passage.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 3
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  if (properties.role) made.setAttribute('role', properties.role)
  made.append(...children)
  return made
}
