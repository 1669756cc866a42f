// Prints the run's last line: `N passed, N failed`, and `, N skipped` where there are any.
import type { Reporter, TestModule } from 'vitest/node'

export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap(module => [...module.children.allTests()].map(test => test.result().state))
    const count = (state: string) => states.filter(each => each === state).length
    // A file that cannot be loaded has no tests, but it has failed.
    const broken = modules.filter(module => module.state() === 'failed' && [...module.children.allTests()].length === 0).length
    const skipped = count('skipped') + count('pending')
    const line = `${count('passed')} passed, ${count('failed') + broken} failed${skipped ? `, ${skipped} skipped` : ''}`
    // After the default reporter's own summary, which it writes while the run ends.
    process.on('exit', () => console.log(line))
  }
}
