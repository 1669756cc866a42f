// How much room new objects get in a process that answers requests.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** In MB, both halves: what new objects have when a process has made many of them for a while, in turns. */
function room(most: number): number {
  const { stdout } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', `
    import { getHeapSpaceStatistics } from 'node:v8'
    import { holdNewSpace, keepMemorySmall } from ${JSON.stringify(new URL('../src/memory.ts', import.meta.url).href)}
    keepMemorySmall(40)
    holdNewSpace(${most})
    let kept = []
    for (let turn = 0; turn < 400; turn++) {
      for (let count = 0; count < 500; count++) kept.push(Array.from({ length: 50 }, (_, index) => ({ index })))
      if (turn % 8 === 0) kept = []
      await new Promise(resolve => { setImmediate(resolve) })
    }
    console.log(getHeapSpaceStatistics().find(space => space.space_name === 'new_space').space_size / 1_048_576)`], { encoding: 'utf8' })
  return Number(stdout)
}

test('it grows with what is asked, as far as it may, or one step further', () => {
  expect(room(8)).toBeOneOf([16, 32])
})
