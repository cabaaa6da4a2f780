import { defineConfig } from 'vitest/config'

// Journeys drive one real server and one browser; side by side they would only slow each other down.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts', 'e2e/support/**/*.test.ts'],
    globalSetup: ['e2e/support/prepared-district.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    // What may be looked at side by side within one journey; a browser draws each page on a processor of its own.
    maxConcurrency: 3,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
