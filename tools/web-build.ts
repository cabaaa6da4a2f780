import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { compressFiles } from './compress-files.ts'
import { projectRoot } from './project-root.ts'
import { runProgram } from './run-program.ts'

const web = join(projectRoot, 'packages/web')
const workshop = join(web, '.cache')
export const webDist = join(web, 'dist')
const stamp = join(webDist, '.built-from')

/** What the web app is made of. */
const sources = ['packages/web', 'packages/contract/src', 'package-lock.json']
/** Tests do not reach the bundle, and results are not sources. */
const isNoSource = (path: string): boolean => /\.test\.tsx?$|\/(node_modules|dist|\.cache)\//.test(path)

async function filesBelow(path: string): Promise<string[]> {
  if (!existsSync(path)) return []
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (entries === undefined) return [path]
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** SHA-256 (hex) over names and contents of everything the web app is built from. */
export async function webSourceHash(root = projectRoot): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesBelow(join(root, source))))).flat()
  const hash = createHash('sha256')
  for (const file of files.filter((name) => !isNoSource(name)).sort()) {
    hash.update(relative(root, file)).update('\0')
    hash.update(await readFile(file)).update('\0')
  }
  return hash.digest('hex')
}

async function builtFrom(): Promise<string | undefined> {
  return readFile(stamp, 'utf8').catch(() => undefined)
}

/**
 * Makes packages/web/dist match the sources. Answers whether a build was needed; throws with the bundler's
 * words when it fails. The bundle is made beside `dist` and moved into place, so that a build that dies half-way
 * leaves the last good one, and a running server never serves half of two.
 */
export async function buildWebIfStale(say: (line: string) => void): Promise<boolean> {
  const wanted = await webSourceHash()
  if ((await builtFrom()) === wanted) return false
  say('Building the web app (once per version, about half a minute) …')
  const fresh = join(workshop, `dist-${process.pid}`)
  await mkdir(workshop, { recursive: true })
  await sweepLeftovers()
  const built = await runProgram('vite', ['build', '--manifest', '--outDir', fresh, '--emptyOutDir'], {
    cwd: web,
    capture: true,
    env: { NODE_ENV: 'production' },
  })
  if (!built.ok) throw new Error(`The web app could not be built:\n${built.output}`)
  await compressFiles(fresh)
  await writeFile(join(fresh, '.built-from'), wanted)
  const old = `${fresh}-old`
  if (existsSync(webDist)) await rename(webDist, old)
  await rename(fresh, webDist)
  await rm(old, { recursive: true, force: true })
  return true
}

/** Removes what builds left that were killed. A folder named after a process that still runs is left alone. */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(workshop)) {
    const pid = Number(/^dist-(\d+)/.exec(name)?.[1])
    if (pid > 0 && !isRunning(pid)) await rm(join(workshop, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
