import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import LongestFirst from './tests/sequencer.ts'

// What Node compiles is kept, where src/onrecord.js has it: for the processes of the tests, and for those that they begin.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'node-compile-cache')

export default defineConfig({
  // One copy of graphql for the tests and what they test: the file that Node itself resolves.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/reporter.ts'],
    // More than the two cores that there are: many of these tests wait for processes, pages and time to pass.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // What is loaded once serves all files of a worker: a test gives back what it sets.
    isolate: false,
    // One process for each server that is no test of several.
    env: { ONRECORD_WORKERS: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What comes at last comes, however slow the machine: a second, as Vitest has it, says how fast that is.
    expect: { poll: { timeout: 50_000 } },
  },
})
