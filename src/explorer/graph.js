// The picture of the graph, once it is there: nodes can be dragged, found, walked through with the arrow keys, enlarged and saved. Without
// this script it is a picture of links.

const picture = document.querySelector('svg[data-graph]')
const nodes = [...picture.querySelectorAll('.node')]
const edges = [...picture.querySelectorAll('.edge')]
const names = new Map([...picture.querySelectorAll('.names text')].map(name => [name.dataset.of, name]))
const places = new Map(nodes.map(node => [node.dataset.slug, { node, name: names.get(node.dataset.slug), ...placeOf(node), edges: [] }]))
for (const edge of edges) for (const slug of [edge.dataset.from, edge.dataset.to]) places.get(slug)?.edges.push(edge)
const whole = picture.viewBox.baseVal
const start = { x: whole.x, y: whole.y, width: whole.width, height: whole.height }

nodes.forEach(offerDragging)
offerPanning()
offerTools()
offerFinding()
picture.addEventListener('keydown', walk)

function placeOf(node) {
  const { e: x, f: y } = node.transform.baseVal.consolidate().matrix
  return { x, y }
}

/** A pointer's place in the units of the picture. */
function pointAt(event) {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse())
}

function offerDragging(node) {
  const place = places.get(node.dataset.slug)
  node.addEventListener('dragstart', event => event.preventDefault())
  node.addEventListener('pointerdown', event => {
    if (event.button !== 0) return
    event.stopPropagation()
    const from = pointAt(event)
    const before = { x: place.x, y: place.y }
    let moved = false
    const move = next => {
      const to = pointAt(next)
      if (!moved && Math.hypot(to.x - from.x, to.y - from.y) < 4) return
      if (!moved) node.setPointerCapture(event.pointerId)
      moved = true
      put(place, before.x + to.x - from.x, before.y + to.y - from.y)
    }
    node.addEventListener('pointermove', move)
    node.addEventListener('pointerup', () => {
      node.removeEventListener('pointermove', move)
      if (moved) node.addEventListener('click', click => click.preventDefault(), { once: true, capture: true })
    }, { once: true })
  })
}

function put(place, x, y) {
  place.x = x
  place.y = y
  place.node.setAttribute('transform', `translate(${x} ${y})`)
  place.name?.setAttribute('transform', `translate(${x} ${y})`)
  for (const edge of place.edges) {
    const a = places.get(edge.dataset.from)
    const b = places.get(edge.dataset.to)
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
    const part = Math.max(0, (length - Number(edge.dataset.gap)) / length)
    for (const line of edge.querySelectorAll('line')) {
      line.setAttribute('x1', a.x)
      line.setAttribute('y1', a.y)
      line.setAttribute('x2', a.x + (b.x - a.x) * part)
      line.setAttribute('y2', a.y + (b.y - a.y) * part)
    }
  }
}

function offerPanning() {
  picture.addEventListener('pointerdown', event => {
    if (event.button !== 0 || event.target.closest('a')) return
    const from = pointAt(event)
    const move = next => {
      const to = pointAt(next)
      whole.x += from.x - to.x
      whole.y += from.y - to.y
    }
    picture.setPointerCapture(event.pointerId)
    picture.addEventListener('pointermove', move)
    picture.addEventListener('pointerup', () => picture.removeEventListener('pointermove', move), { once: true })
  })
  picture.addEventListener('wheel', event => {
    if (!event.ctrlKey) return // without it the page scrolls
    event.preventDefault()
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, pointAt(event))
  }, { passive: false })
}

function zoom(by, at = { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 }) {
  const width = Math.min(start.width * 2, Math.max(start.width / 8, whole.width * by))
  const factor = width / whole.width
  whole.x = at.x - (at.x - whole.x) * factor
  whole.y = at.y - (at.y - whole.y) * factor
  whole.width = width
  whole.height *= factor
}

function offerTools() {
  const tools = document.querySelector('[data-zoom]')
  if (!tools) return
  const tool = (words, title, act) => {
    const button = document.createElement('button')
    Object.assign(button, { type: 'button', className: 'button', textContent: words, title })
    if (words.length === 1) button.setAttribute('aria-label', title)
    button.addEventListener('click', act)
    tools.append(button)
  }
  tool('+', 'Enlarge', () => zoom(1 / 1.3))
  tool('−', 'Shrink', () => zoom(1.3))
  tool('Whole', 'Show the whole picture', () => Object.assign(whole, start))
  tool('Copy link', 'Copy the address of this very picture', copyAddress)
  tool('Save as SVG', 'Save the picture as an SVG file', save)
}

function offerFinding() {
  const find = document.querySelector('[data-find]')
  find?.addEventListener('input', () => {
    const wanted = find.value.trim().toLowerCase()
    for (const { node, name } of places.values()) {
      const isOther = wanted !== '' && !node.dataset.name.toLowerCase().includes(wanted)
      node.classList.toggle('dim', isOther)
      name?.classList.toggle('dim', isOther)
    }
  })
}

async function copyAddress({ target }) {
  try {
    await navigator.clipboard.writeText(location.href)
    target.textContent = 'Copied'
  } catch { // there is no clipboard over plain HTTP but on this machine
    target.textContent = 'It is the address of this page'
  }
}

/** From a node along its edges: the arrow keys go to the neighbour that lies most in their direction. */
function walk(event) {
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
  const here = places.get(event.target.closest('.node')?.dataset.slug)
  if (!direction || !here) return
  event.preventDefault()
  const [dx, dy] = direction
  const ahead = here.edges
    .map(edge => places.get(edge.dataset.from === here.node.dataset.slug ? edge.dataset.to : edge.dataset.from))
    .map(place => ({ place, turn: ((place.x - here.x) * dx + (place.y - here.y) * dy) / (Math.hypot(place.x - here.x, place.y - here.y) || 1) }))
    .filter(({ turn }) => turn > 0.2)
    .sort((a, b) => b.turn - a.turn)[0]
  ahead?.place.node.focus()
}

/** The picture with its colours written into it, as a file. */
function save() {
  const copy = picture.cloneNode(true)
  const shown = picture.querySelectorAll('*')
  copy.querySelectorAll('*').forEach((element, index) => {
    const style = getComputedStyle(shown[index])
    for (const name of ['fill', 'stroke', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight', 'display']) element.setAttribute(name, style.getPropertyValue(name))
    element.removeAttribute('href')
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }))
  link.download = 'graph.svg'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
