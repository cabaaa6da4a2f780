import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/**
 * What a phone downloads before the first screen of a face can be used: JS and CSS of the entry, of the face's frame
 * and of its home screen, with everything that these import, and the Chinese words that they use. Sizes are gzip.
 * Run after `vite build`; exits with 1 when a face is over its limit.
 */
const LIMIT_BYTES = 150_000
const FACES = ['resident', 'field'] as const
const dist = fileURLToPath(new URL(process.argv[2] ?? './dist/', import.meta.url)).replace(/\/?$/, '/')

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

if (!existsSync(`${dist}.vite/manifest.json`)) {
  console.error('There is no build to measure: run `vite build` in packages/web first.')
  process.exit(1)
}
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Readonly<
  Record<string, Chunk>
>

/** All files that loading these entries brings along, static imports only. */
const filesOf = (keys: readonly string[]): Set<string> => {
  const seen = new Set<string>()
  const files = new Set<string>()
  const walk = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    files.add(chunk.file)
    for (const sheet of chunk.css ?? []) files.add(sheet)
    for (const next of chunk.imports ?? []) walk(next)
  }
  for (const key of keys) walk(key)
  return files
}

/** Catalogues asked for by the code of these files: a call with a namespace as its only argument. */
const catalogues = Object.keys(manifest).filter((key) => key.startsWith('src/messages/zh-CN/'))
const wordsOf = (files: Iterable<string>): string[] => {
  const code = [...files]
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(dist + file, 'utf8'))
  const asked = new Set(
    code.flatMap((text) => [...text.matchAll(/\(["'`]([\w-]+)["'`]\)/g)].map(([, name]) => name)),
  )
  return catalogues.filter((key) => {
    const namespace = key.slice('src/messages/zh-CN/'.length, -'.json'.length)
    return asked.has(namespace) || namespace === 'shell' || namespace === 'ui'
  })
}

const sizeOf = (file: string) => gzipSync(readFileSync(dist + file), { level: 9 }).length

let over = false
for (const face of FACES) {
  const screen = ['index.html', `src/faces/${face}/frame.tsx`, `src/faces/${face}/home-screen.tsx`]
  const code = filesOf(screen)
  const files = filesOf([...screen, ...wordsOf(code)])
  const sizes = [...files].map((file) => ({ file, bytes: sizeOf(file) })).sort((a, b) => b.bytes - a.bytes)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  over ||= total > LIMIT_BYTES
  console.log(
    `${face}: ${(total / 1000).toFixed(1)} kB gzip of ${LIMIT_BYTES / 1000} kB, ${files.size} files`,
  )
  for (const { file, bytes } of sizes.slice(0, 8))
    console.log(`  ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${file}`)
}
if (over) {
  console.error('The first load is over its limit: load later what the first screen does not need.')
  process.exit(1)
}
