// What a server counts of itself, for `/metrics` in the text format of Prometheus. The values of several workers are added up; what only one
// process has (its memory, its delay) bears the process as a label. Trap: labels are of closed sets of ours, never of what clients send.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const metrics = {
  onrecord_requests_total: ['counter', 'Requests answered, by where they went and how they ended.'],
  onrecord_request_duration_seconds: ['histogram', 'From the request to the end of its answer, by where it went.'],
  onrecord_requests_in_flight: ['gauge', 'Requests that wait for their answer, and streams that are open.'],
  onrecord_operations_total: ['counter', 'GraphQL operations, by how they ended; partial: with data and errors.'],
  onrecord_operation_cost_points: ['histogram', 'What operations could cost, as counted before they were executed.'],
  onrecord_slow_operations_total: ['counter', 'Operations that took longer than the setting for slow ones, which are logged.'],
  onrecord_long_operations_total: ['counter', 'Operations that went on in the thread for what takes long.'],
  onrecord_sql_statements_total: ['counter', 'SQL statements run for readers.'],
  onrecord_documents_total: ['counter', 'Documents of operations, by whether they were known from before.'],
  onrecord_event_loop_delay_seconds: ['gauge', 'How late the event loop was since it was last asked for, by quantile.'],
  onrecord_data_version: ['gauge', 'Raised by every change of the graph.'],
  process_resident_memory_bytes: ['gauge', 'Memory of the process.'],
  process_cpu_seconds_total: ['counter', 'Processor time of the process.'],
} as const satisfies Readonly<Record<string, readonly ['counter' | 'gauge' | 'histogram', string]>>
type Name = keyof typeof metrics

const bounds = {
  onrecord_request_duration_seconds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  onrecord_operation_cost_points: [10, 30, 100, 300, 1000, 3000, 10_000],
} as const

/** Values by name and labels, as `onrecord_requests_total{path="graphql",outcome="answered"}`. */
export type State = Readonly<Record<string, number>>
type Labels = Readonly<Record<string, string>>

export interface Metrics {
  add(name: Name, labels?: Labels, by?: number): void
  observe(name: keyof typeof bounds, value: number, labels?: Labels): void
  /** What there is now; that of the process is measured anew. */
  state(): State
}

interface Observed {
  /** Of each bound the values that are not above it, but above the one before; at the end those above all. */
  readonly counts: number[]
  sum: number
}

export const noLabels: Labels = {}

/** In ms, between two looks at the event loop. */
const resolution = 10

export function createMetrics(): Metrics {
  const values = new Map<string, number>()
  const observed = new Map<string, Observed & { readonly name: keyof typeof bounds; readonly labels: Labels }>()
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  return {
    add(name, labels = noLabels, by = 1) {
      const key = keyOf(name, labels)
      values.set(key, (values.get(key) ?? 0) + by)
    },
    observe(name, value, labels = noLabels) {
      const key = keyOf(name, labels)
      const found = observed.get(key) ?? { name, labels, counts: Array<number>(bounds[name].length + 1).fill(0), sum: 0 }
      observed.set(key, found)
      const index = bounds[name].findIndex(bound => value <= bound)
      const place = index < 0 ? bounds[name].length : index
      found.counts[place] = (found.counts[place] ?? 0) + 1
      found.sum += value
    },
    state() {
      const worker = { worker: String(process.pid) }
      const { user, system } = process.cpuUsage()
      const state: Record<string, number> = Object.fromEntries(values)
      for (const { name, labels, counts, sum } of observed.values()) {
        let count = 0
        for (const [index, each] of counts.entries()) {
          count += each
          state[keyOf(`${name}_bucket`, { ...labels, le: String(bounds[name][index] ?? '+Inf') })] = count
        }
        state[keyOf(`${name}_sum`, labels)] = sum
        state[keyOf(`${name}_count`, labels)] = count
      }
      state[keyOf('process_resident_memory_bytes', worker)] = process.memoryUsage.rss()
      state[keyOf('process_cpu_seconds_total', worker)] = (user + system) / 1e6
      for (const quantile of [0.5, 0.99, 1]) {
        state[keyOf('onrecord_event_loop_delay_seconds', { ...worker, quantile: String(quantile) })] = Math.max(0, delay.percentile(quantile * 100) / 1e6 - resolution) / 1000
      }
      delay.reset()
      return state
    },
  }
}

/** One after another, each with the states of all workers added up. */
export function metricsText(states: readonly State[]): string {
  const sums = new Map<string, number>()
  for (const state of states) for (const [key, value] of Object.entries(state)) sums.set(key, (sums.get(key) ?? 0) + value)
  const lines = Object.entries(metrics).flatMap(([name, [type, help]]) => {
    const own = [...sums].filter(([key]) => belongsTo(key, name, type))
    return own.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...own.map(([key, value]) => `${key} ${value}`)]
  })
  return `${lines.join('\n')}\n`
}

function belongsTo(key: string, name: string, type: string): boolean {
  const [own = ''] = key.split('{', 1)
  return own === name || (type === 'histogram' && [`${name}_bucket`, `${name}_sum`, `${name}_count`].includes(own))
}

/** Made once for each object of labels. */
const keys = new WeakMap<Labels, Map<string, string>>()

function keyOf(name: string, labels: Labels): string {
  if (labels === noLabels) return name
  const known = keys.get(labels) ?? new Map<string, string>()
  keys.set(labels, known)
  const found = known.get(name)
  if (found !== undefined) return found
  const key = `${name}{${Object.entries(labels).map(([label, value]) => `${label}="${value}"`).join(',')}}`
  known.set(name, key)
  return key
}

/** Answers a function that answers the same object for the same values: what is counted at each request should not have its labels made anew. */
export function labelled(...names: readonly string[]): (...values: readonly string[]) => Labels {
  const known = new Map<string, Labels>()
  return (...values) => {
    const together = values.length === 1 ? (values[0] ?? '') : values.join(' ')
    const found = known.get(together) ?? Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
    known.set(together, found)
    return found
  }
}
