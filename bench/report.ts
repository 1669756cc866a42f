// The tables that the bench prints, in Markdown.
import type { Slice } from './contender.ts'
import type { Load } from './database.ts'
import type { Workload } from './workloads.ts'

export interface Result {
  readonly workload: Workload
  /** By server; the first is the limit, the second the service. */
  readonly slices: ReadonlyMap<string, readonly Slice[]>
  readonly statements: number
  readonly bytes: number
  /** Answers that differed from the limit's. */
  readonly wrong: number
}

/** A slice in which the server had less of its core than this tells nothing of its times. */
const quiet = 0.93

export function resultTable(results: readonly Result[]): string {
  const names = [...(results[0]?.slices.keys() ?? [])]
  const [reference = '', ...others] = names
  const rows = results.map(({ workload, slices, statements, bytes, wrong }) => {
    const rate = (name: string): number => median((slices.get(name) ?? []).map(slice => slice.perProcessorSecond))
    return [
      `${workload.name} ${workload.what}`, Math.round(rate(reference)), ...others.map(name => `${Math.round(rate(name))} (${(rate(name) / rate(reference)).toFixed(2)})`),
      ...names.slice(0, 2).map(name => times(slices.get(name) ?? [])), statements.toFixed(1), Math.round(bytes), wrong + [...slices.values()].flat().reduce((sum, slice) => sum + slice.errors, 0),
    ]
  })
  const head = ['answers a second of processor time (ratio to the limit)', ...names, ...names.slice(0, 2).map(name => `${name}: p50 / p99, ms`), 'SQL statements', 'bytes', 'wrong']
  return [head, ['---', ...head.slice(1).map(() => '--:')], ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Of answers a second of the clock, which several workers on several cores are for. */
export function wallTable(results: readonly Result[]): string {
  const names = [...(results[0]?.slices.keys() ?? [])]
  const rows = results.map(({ workload, slices }) => [workload.name, ...names.map(name => `${Math.round(median((slices.get(name) ?? []).map(slice => slice.perSecond)))} (${median((slices.get(name) ?? []).map(slice => slice.share)).toFixed(2)})`)])
  return [['answers a second of the clock (cores that the server had)', ...names], ['---', ...names.map(() => '--:')], ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Of the slices in which the server had its core to itself; with a star where there is none. */
function times(slices: readonly Slice[]): string {
  const undisturbed = slices.filter(slice => slice.share > quiet)
  const counted = undisturbed.length > 0 ? undisturbed : slices
  return `${median(counted.map(slice => slice.p50)).toFixed(1)} / ${median(counted.map(slice => slice.p99)).toFixed(0)}${undisturbed.length > 0 ? '' : '*'}`
}

export function loadTable({ articles, statements, entities, relationships, seconds, processorSeconds, bytes, peakMemory }: Load): string {
  return `| stored | articles | entities | relationships | statements | articles a second | a second of processor time | file, MB | bytes a statement | peak memory, MB |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
| in bulk, each 250 durable | ${[articles, entities, relationships, statements, Math.round(articles / seconds), Math.round(articles / processorSeconds), Math.round(bytes / 2 ** 20), Math.round(bytes / statements), Math.round(peakMemory / 2 ** 20)].join(' | ')} |`
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0
}
