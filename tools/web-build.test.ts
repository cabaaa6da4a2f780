import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { webSourceHash } from './web-build.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lianxin-web-build-'))
})
afterAll(() => rm(root, { recursive: true }))

const write = async (path: string, text: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
  return webSourceHash(root)
}

it('a build is stale when a source, the contract or a dependency changes, and not when a test does', async () => {
  const first = await write('packages/web/src/app.tsx', 'one')
  expect(await write('packages/web/src/app.tsx', 'two')).not.toBe(first)
  expect(await write('packages/web/src/app.tsx', 'one')).toBe(first)
  expect(await write('packages/web/src/app.test.tsx', 'a test')).toBe(first)
  expect(await write('packages/server/src/main.ts', 'the server')).toBe(first)
  const withContract = await write('packages/contract/src/index.ts', 'words')
  expect(withContract).not.toBe(first)
  expect(await write('package-lock.json', '{}')).not.toBe(withContract)
})
