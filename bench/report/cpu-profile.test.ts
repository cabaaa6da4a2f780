import { expect, test } from 'vitest'
import { placeOf } from './cpu-profile.ts'

test.each([
  ['file:///a/node_modules/@better-auth/core/dist/x.mjs', '@better-auth/core'],
  ['file:///a/node_modules/pg/lib/client.js', 'pg'],
  ['file:///a/packages/server/src/kernel/edge.ts', 'server/kernel'],
  ['file:///a/packages/server/src/modules/case/store.ts', 'server/modules/case'],
  ['file:///a/packages/contract/src/index.ts', 'contract'],
  ['node:internal/crypto/hkdf', 'node crypto'],
  ['', '(garbage collector)'],
])('time in %s belongs to %s', (url, place) => {
  const functionName = url === '' ? '(garbage collector)' : 'f'
  expect(placeOf({ url, functionName, lineNumber: 1 })).toBe(place)
})
