// A picture of entities and what binds them, as SVG made on the server: the same picture for the same question, and whole without a script.
// A solid line is the article's own word, a dashed one a claim; each kind has a shape of its own.
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force'
import type { Who } from './answers.ts'
import { address } from './here.ts'
import { attribute, html, type Html } from './html.ts'
import { kindWords } from './words.ts'
import type { EntityKind } from '../model/vocabulary.ts'

/** All ties of two, from the one to the other. */
export interface Bond {
  readonly from: Who
  readonly to: Who
  readonly labels: readonly string[]
  readonly ties: number
  /** Whether an article says one of them itself. */
  readonly isOwn: boolean
}

export interface Tied {
  readonly from: Who
  readonly to: Who
  readonly label: string
  readonly isOwn: boolean
  readonly id: string
}

export interface Picture {
  readonly nodes: readonly Who[]
  readonly bonds: readonly Bond[]
  readonly focus: string
  readonly current?: string | null
  addressOf(node: Who): string
}

const width = 1000
/** Names always shown: of those with most ties. */
const named = 15
/** Steps of the layout; more change nothing that is seen. */
const steps = 140

/** Ties bundled by the two that they bind; those of oneself with oneself bind nobody. */
export function bondsOf(ties: readonly Tied[]): readonly Bond[] {
  const found = new Map<string, { from: Who; to: Who; labels: Set<string>; ids: Set<string>; isOwn: boolean }>()
  for (const { from, to, label, isOwn, id } of ties) {
    if (from.slug === to.slug) continue
    const key = JSON.stringify([from.slug, to.slug])
    const bond = found.get(key) ?? { from, to, labels: new Set(), ids: new Set(), isOwn: false }
    bond.labels.add(label)
    bond.ids.add(id)
    bond.isOwn ||= isOwn
    found.set(key, bond)
  }
  return [...found.values()].map(({ from, to, labels, ids, isOwn }) => ({ from, to, labels: [...labels], ties: ids.size, isOwn }))
}

interface Placed extends SimulationNodeDatum {
  readonly who: Who
  readonly weight: number
  readonly radius: number
  x: number
  y: number
}

/** How many ties each has, by slug. */
export function weights(bonds: readonly Bond[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { from, to, ties } of bonds) for (const { slug } of [from, to]) found.set(slug, (found.get(slug) ?? 0) + ties)
  return found
}

export function picture({ nodes, bonds, focus, current = null, addressOf }: Picture): Html {
  const height = Math.min(700, 260 + 16 * nodes.length)
  const placed = place(nodes, bonds, focus, height)
  const at = new Map(placed.map(each => [each.who.slug, each]))
  const heaviest = placed.toSorted((a, b) => Number(b.who.slug === focus) - Number(a.who.slug === focus) || b.weight - a.weight)
  const labels = labelled(heaviest.slice(0, named), placed, height)
  return html`<svg class="graph" viewBox="0 0 ${width} ${height}" data-graph role="group" aria-label="Picture of ${nodes.length} and what binds them; the table below says the same">
<defs>${[['own', 'tip-own'], ['claim', 'tip-claim']].map(([name, id]) => html`<marker id="${id}" class="tip ${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.500 8 4 0 7.500z"/></marker>`)}</defs>
<g class="edges">${bonds.map(bond => edge(bond, at))}</g>
<g class="nodes">${heaviest.map(each => node(each, labels.get(each.who.slug), each.who.slug === focus, each.who.slug === current, addressOf(each.who)))}</g>
<g class="names" aria-hidden="true">${heaviest.map(each => nameOf(each, labels.get(each.who.slug), each.who.slug === focus))}</g>
</svg>`
}

function edge({ from, to, labels, ties, isOwn }: Bond, at: ReadonlyMap<string, Placed>): Html | null {
  const [a, b] = [at.get(from.slug), at.get(to.slug)]
  if (!a || !b) return null
  const words = `${from.name} — ${labels.slice(0, 3).join(', ')}${labels.length > 3 ? ' …' : ''} — ${to.name}, ${ties} ${ties === 1 ? 'tie' : 'ties'}${isOwn ? '' : ', only claimed'}`
  const [x2, y2] = towards(a, b)
  return html`<a class="edge ${isOwn ? 'own' : 'claim'}" href="${address('/pair', { a: from.slug, b: to.slug })}" aria-label="${words}" tabindex="-1" data-from="${from.slug}" data-to="${to.slug}" data-gap="${b.radius + 3}"><title>${words}</title><line class="reach" x1="${round(a.x)}" y1="${round(a.y)}" x2="${x2}" y2="${y2}"/><line class="line" x1="${round(a.x)}" y1="${round(a.y)}" x2="${x2}" y2="${y2}" stroke-width="${Math.min(5, 1.2 + 0.6 * (ties - 1))}" marker-end="url(#tip-${isOwn ? 'own' : 'claim'})"/></a>`
}

/** Where a line ends, so that its tip is seen. */
function towards(a: Placed, b: Placed): readonly [number, number] {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const part = Math.max(0, (length - b.radius - 3) / length)
  return [round(a.x + (b.x - a.x) * part), round(a.y + (b.y - a.y) * part)]
}

function node({ who: { slug, name, kind }, x, y, radius, weight }: Placed, label: Label | undefined, isFocus: boolean, isCurrent: boolean, href: string): Html {
  return html`<a class="node kind-${kind.toLowerCase()}${isFocus && ' focus'}" href="${href}" data-slug="${slug}" data-name="${name}" transform="translate(${round(x)} ${round(y)})"${attribute('aria-current', isCurrent && 'true')}><title>${name}, ${kindWords[kind].one}, ${weight} ${weight === 1 ? 'tie' : 'ties'}</title>${shape(kind, radius)}${!label && html`<text aria-hidden="true" y="${round(radius + 13)}" text-anchor="middle">${shortened(name)}</text>`}</a>`
}

/** Above all nodes, so that none covers it. */
function nameOf({ who: { slug, name }, x, y }: Placed, label: Label | undefined, isFocus: boolean): Html | null {
  return label ? html`<text class="${isFocus && 'focus'}" data-of="${slug}" transform="translate(${round(x)} ${round(y)})" x="${label.dx}" y="${label.dy}" text-anchor="${label.anchor}">${shortened(name)}</text>` : null
}

function shape(kind: EntityKind, r: number): Html {
  const corners = (count: number, turn: number) => Array.from({ length: count }, (_, index) => {
    const angle = turn + (2 * Math.PI * index) / count
    return `${round(r * 1.15 * Math.cos(angle))},${round(r * 1.15 * Math.sin(angle))}`
  }).join(' ')
  switch (kind) {
    case 'PERSON': return html`<circle r="${round(r)}"/>`
    case 'COUNTRY': return html`<rect x="${round(-r)}" y="${round(-r)}" width="${round(2 * r)}" height="${round(2 * r)}" rx="2"/>`
    case 'ORGANISATION': return html`<polygon points="${corners(4, 0)}"/>`
    case 'EVENT': return html`<polygon points="${corners(3, -Math.PI / 2)}"/>`
    case 'PLACE': return html`<polygon points="${corners(5, -Math.PI / 2)}"/>`
    case 'GROUP': return html`<polygon points="${corners(6, 0)}"/>`
    case 'TOPIC': return html`<polygon points="${corners(8, Math.PI / 8)}"/>`
    default: return kind satisfies never
  }
}

/** The same places for the same nodes and bonds: the simulation starts from the order of the nodes, and its chance is seeded. */
function place(nodes: readonly Who[], bonds: readonly Bond[], focus: string, height: number): readonly Placed[] {
  const ties = weights(bonds)
  const placed: Placed[] = nodes.map((who, index) => {
    const weight = ties.get(who.slug) ?? 0
    const angle = index * 2.4
    const distance = who.slug === focus ? 0 : 30 * Math.sqrt(index + 1)
    return { who, weight, radius: 7 + Math.min(11, 2 * Math.sqrt(weight)), x: width / 2 + distance * Math.cos(angle), y: height / 2 + distance * Math.sin(angle) }
  })
  const links: SimulationLinkDatum<Placed>[] = bonds.map(({ from, to }) => ({ source: from.slug, target: to.slug }))
  forceSimulation(placed)
    .force('link', forceLink<Placed, SimulationLinkDatum<Placed>>(links).id(each => each.who.slug).distance(95))
    .force('apart', forceManyBody<Placed>().strength(placed.length > 60 ? -220 : -420).distanceMax(400))
    .force('middle', forceCenter<Placed>(width / 2, height / 2))
    .force('wide', forceX<Placed>(width / 2).strength(0.04))
    .force('high', forceY<Placed>(height / 2).strength(0.09))
    .force('room', forceCollide<Placed>(each => each.radius + 12))
    .stop()
    .tick(steps)
  return fitted(placed, height)
}

/** Moved, shrunk or grown into the picture, with room for names. */
function fitted(placed: readonly Placed[], height: number): readonly Placed[] {
  const [left, right] = [Math.min(...placed.map(each => each.x)), Math.max(...placed.map(each => each.x))]
  const [top, bottom] = [Math.min(...placed.map(each => each.y)), Math.max(...placed.map(each => each.y))]
  const [across, down] = [width - 200, height - 90]
  const scaleX = Math.min(1.8, across / Math.max(1, right - left))
  const scaleY = Math.min(1.3, down / Math.max(1, bottom - top))
  return placed.map(each => ({
    ...each,
    x: width / 2 + (each.x - (left + right) / 2) * scaleX,
    y: height / 2 + (each.y - (top + bottom) / 2) * scaleY,
  }))
}

interface Label {
  readonly dx: number
  readonly dy: number
  readonly anchor: 'start' | 'middle' | 'end'
}
interface Box { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Width of a letter and height of a line of names, generously, in units of the picture. */
const letter = 8
const line = 17

/** A place for each name where it covers no other name, and if it can be no node; one that finds none is shown when its node is pointed at. */
function labelled(wanted: readonly Placed[], all: readonly Placed[], height: number): ReadonlyMap<string, Label> {
  const nodes = all.map(({ x, y, radius }): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }))
  const taken: Box[] = []
  const found = new Map<string, Label>()
  for (const { who: { slug, name }, x, y, radius } of wanted) {
    const long = [...shortened(name)].length * letter
    const places: readonly (readonly [Label, Box])[] = [
      [{ dx: 0, dy: round(radius + 14), anchor: 'middle' }, { left: x - long / 2, right: x + long / 2, top: y + radius + 1, bottom: y + radius + 1 + line }],
      [{ dx: 0, dy: round(-radius - 6), anchor: 'middle' }, { left: x - long / 2, right: x + long / 2, top: y - radius - 3 - line, bottom: y - radius - 3 }],
      [{ dx: round(radius + 5), dy: 5, anchor: 'start' }, { left: x + radius + 3, right: x + radius + 5 + long, top: y - line / 2, bottom: y + line / 2 }],
      [{ dx: round(-radius - 5), dy: 5, anchor: 'end' }, { left: x - radius - 5 - long, right: x - radius - 3, top: y - line / 2, bottom: y + line / 2 }],
    ]
    const readable = places.filter(([, box]) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height && taken.every(other => isApart(box, other)))
    const free = readable.find(([, box]) => nodes.every(other => isApart(box, other))) ?? readable[0]
    if (!free) continue
    found.set(slug, free[0])
    taken.push(free[1])
  }
  return found
}

function isApart(one: Box, other: Box): boolean {
  return one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
}

function shortened(name: string): string {
  const letters = [...name]
  return letters.length > 26 ? `${letters.slice(0, 25).join('')}…` : name
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
