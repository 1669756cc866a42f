import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One copy of graphql for the tests and what they test: the file that Node itself resolves.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/reporter.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
