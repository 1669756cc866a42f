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

/** What a program prints that reads first prepares for, and its threads, with what V8 tells of what it compiles. */
function told(first: string): string {
  return spawnSync(process.execPath, ['--trace-opt', '--no-warnings', '--input-type=module', '--eval', `
    import { Worker } from 'node:worker_threads'
    import { keepMemorySmall, prepareForReading } from ${JSON.stringify(new URL('../src/memory.ts', import.meta.url).href)}
    ${first}
    const add = (one, other) => (one + other) % 1000
    let sum = 0
    for (let turn = 0; turn < 3_000_000; turn++) sum = add(sum, turn)
    new Worker('import { getHeapSpaceStatistics } from "node:v8"; console.log("room", getHeapSpaceStatistics().find(space => space.space_name === "new_space").space_size / 1_048_576)', { eval: true })`], { encoding: 'utf8' }).stdout
}

test('who reads articles compiles nothing twice, and has room for what one is made into', () => {
  const small = told('keepMemorySmall()')
  const reading = told('prepareForReading()')
  expect(small).toContain('TURBOFAN')
  expect(reading).toContain('MAGLEV')
  expect(reading).not.toContain('TURBOFAN')
  expect(Number(/room (?<size>\d+)/u.exec(reading)?.groups?.['size'])).toBeGreaterThan(2 * Number(/room (?<size>\d+)/u.exec(small)?.groups?.['size']))
})
