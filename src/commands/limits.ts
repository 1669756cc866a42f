// `onrecord limits`: the table as it holds under the settings, a limit to a line. Programs ask `query { limits }`.
import { limits } from '../model/limits.ts'

export function printLimits(): void {
  const rows = Object.entries(limits).map(([name, { value, default: ordinary, range: [least, most], unit, meaning, refusal }]) =>
    [name, spaced(value), `${unit}${value === ordinary ? '' : ` (default ${spaced(ordinary)})`}`, `${spaced(least)} to ${spaced(most)}`, refusal ?? '–', meaning])
  const table = [['name', 'value', 'unit', 'can be', 'refusal', 'what is counted'], ...rows]
  const widths = table.reduce((widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)), [0])
  for (const row of table) {
    const cells = row.map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}

function spaced(value: number): string {
  return value.toLocaleString('en-GB')
}
