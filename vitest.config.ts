import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One copy of graphql for the tests and what they test: the file that Node itself resolves.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/reporter.ts'],
    // More than the cores of a small machine: many of these tests wait for processes and pages.
    maxWorkers: 3,
    // One process for each server that is no test of several.
    env: { ONRECORD_WORKERS: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
