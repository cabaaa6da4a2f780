import { expect, test } from 'vitest'
import { isNewer, mayLoad } from './newer-app.ts'

const page = (script: string) =>
  `<!doctype html><head><script type="module" crossorigin src="${script}"></script></head>`
const own = 'https://district.example/assets/index-Ab12.js'

test('another name of the script that starts the app is a newer app; the same name is not', () => {
  expect(isNewer(page('/assets/index-Cd34.js'), own)).toBe(true)
  expect(isNewer(page('/assets/index-Ab12.js'), own)).toBe(false)
})

test('a page of somebody else, such as a sign-in of the network, is not taken for a newer app', () => {
  expect(isNewer('<html><body>Please pay for the network</body></html>', own)).toBe(false)
})

test('a wall loads the newer app only while the server is there and nobody is asked to sign in', async () => {
  const [yes, no] = [async () => true, async () => false]
  expect(await mayLoad(() => false, yes)).toBe(true)
  expect(await mayLoad(() => false, no)).toBe(false)
  expect(await mayLoad(() => true, yes)).toBe(false)
})
