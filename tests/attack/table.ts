// The last thing of `npm run attacks`: one table of all attacks, as docs/security.md shows it.
import type { Reporter, TestModule } from 'vitest/node'

export default class Table implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const rows = tests.flatMap(each => {
      const row = each.meta().attack
      return row ? [{ ...row, verdict: each.result().state === 'passed' ? 'stood' : 'FELL' }] : []
    })
    const number = (value: number): string => (value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB'))
    rows.sort((one, other) => (one.id < other.id ? -1 : 1))
    process.on('exit', () => {
      console.log('\n| | attack | requests | longest answer, ms | computing a request, ms | memory, MB | /health at most, ms | verdict |\n|---|---|--:|--:|--:|--:|--:|---|')
      for (const { id, attack, requests, longest, cpu, memory, health, verdict } of rows) {
        console.log(`| ${[id, attack, requests, number(longest), number(cpu / Math.max(1, requests)), number(memory), number(health), verdict].join(' | ')} |`)
      }
      console.log(`\n${rows.filter(row => row.verdict === 'stood').length} of ${rows.length} stood.`)
    })
  }
}
