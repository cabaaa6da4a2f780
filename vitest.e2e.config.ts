import { defineConfig } from 'vitest/config'

// A journey drives a server and a browser of its own, and waits for one or the other half of its time: two side by side
// fill the two processors of a small build machine.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts', 'e2e/support/**/*.test.ts'],
    globalSetup: ['e2e/support/prepared-district.ts'],
    maxWorkers: 2,
    // What may be looked at side by side within one journey; a browser draws each page on a processor of its own.
    maxConcurrency: 3,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
