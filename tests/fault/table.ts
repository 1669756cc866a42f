// The table at the end of `npm run faults`: each test whose name begins with the number of a fault (A19: operations at random), how often it was tried, and what came of it.
import type { Reporter, TestModule } from 'vitest/node'
import type { Tried } from './rounds.ts'

const verdicts: Readonly<Record<string, string>> = { passed: 'holds', failed: 'FAILS', skipped: 'skipped', pending: 'skipped' }

export default class FaultTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()]).flatMap(test => {
      const [, fault, what] = /(A19|F\d\d): (.*)$/.exec(test.fullName) ?? []
      return fault && what ? [{ test, fault, what }] : []
    }).toSorted((one, other) => (one.fault + one.what < other.fault + other.what ? -1 : 1))
    const rows = tests.map(({ test, fault, what }) => {
      const { times = 1, lost, halfStored, seen = '' } = test.meta().tried ?? ({} as Partial<Tried>)
      const { state } = test.result()
      return [fault, what.replaceAll(' > ', ': '), state === 'skipped' ? '' : times, lost ?? '', halfStored ?? '', seen, verdicts[state] ?? state]
    })
    const lines = [['fault', 'what must hold', 'times', 'lost', 'half stored', 'seen', 'verdict'], ['---', '---', '--:', '--:', '--:', '---', '---'], ...rows].map(row => `| ${row.join(' | ')} |`)
    process.on('exit', () => console.log(lines.join('\n')))
  }
}
