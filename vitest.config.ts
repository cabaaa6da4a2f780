import { defineConfig } from 'vitest/config'

// The browser journeys in e2e have a configuration of their own: vitest.e2e.config.ts.
export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'packages/*/test/**/*.test.ts',
      'tools/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    // Each worker may hold a PGlite of its own (about 300 MB); two cores are what a small build machine has.
    maxWorkers: 2,
    // Starts nothing by itself: the first test that asks for a database does.
    globalSetup: ['packages/server/test/support/run-folder.ts'],
    testTimeout: 240_000,
    hookTimeout: 480_000,
  },
})
