import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from './project-root.ts'

const notCopied = new Set(['node_modules', 'dist', '.cache'])
let copy: string

/** What `cp -rL` makes of the tree: below node_modules our own packages are folders, no longer links. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'lianxin-copy-'))
  const packages = await readdir(join(projectRoot, 'packages'))
  const ours = (from: string, to: string) =>
    cp(join(projectRoot, from), join(copy, to), {
      recursive: true,
      filter: (path) => !notCopied.has(basename(path)),
    })
  await cp(join(projectRoot, 'package.json'), join(copy, 'package.json'))
  await ours('tools', 'tools')
  for (const name of packages) {
    await ours(`packages/${name}`, `packages/${name}`)
    await ours(`packages/${name}`, `node_modules/@lianxin/${name}`)
  }
  // What others wrote is the same either way; links save copying it.
  for (const folder of ['.', ...packages.map((name) => `packages/${name}`)]) {
    const installed = await readdir(join(projectRoot, folder, 'node_modules')).catch(() => [])
    await mkdir(join(copy, folder, 'node_modules'), { recursive: true })
    for (const name of installed.filter((entry) => entry !== '@lianxin')) {
      await symlink(join(projectRoot, folder, 'node_modules', name), join(copy, folder, 'node_modules', name))
    }
  }
})
afterAll(() => rm(copy, { recursive: true, force: true }))

it('the server also runs from a copy of the tree that followed its links', () => {
  const started = spawnSync(process.execPath, [join(copy, 'tools/start.ts')], {
    cwd: copy,
    encoding: 'utf8',
    // The whole server is loaded, then its own check of the settings ends it.
    env: { ...process.env, MODE: 'demo', PORT: 'not a port', DATA_DIR: join(copy, 'data') },
  })
  expect(started.stderr).toMatch(/^PORT .*\.\n$/)
  expect(started.status).toBe(1)
})
