import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { webDist } from '../web-build.ts'

interface Chunk {
  readonly file: string
  readonly src?: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}
/** Vite's manifest: key (source path or chunk name) → the files that it becomes. */
export type Manifest = Readonly<Record<string, Chunk>>

/** The faces that people open on cheap phones, and how many gzipped bytes their first screen may load. */
const limits = { resident: 150_000, field: 150_000 } as const
type LimitedFace = keyof typeof limits

/** What starts the app; the service worker beside it is no part of a page. */
const START = 'index.html'
/** The files of a face that its first screen is made of. */
const firstScreen = ['frame.tsx', 'home-screen.tsx']

/** All files that the browser loads before the face can show: the shell, the face, and what both import at once. */
export function filesOfFace(manifest: Manifest, face: string): readonly string[] {
  const sources = firstScreen.map((file) => `src/faces/${face}/${file}`)
  const roots = Object.entries(manifest)
    .filter(([key, chunk]) => key === START || sources.includes(chunk.src ?? ''))
    .map(([key]) => key)
  if (roots.length < 2) {
    throw new Error(`The bundle has no chunk of its own for the ${face} face (src/faces/${face}/).`)
  }
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const root of roots) visit(root)
  return [...files]
}

async function gzippedBytes(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(webDist, file))).byteLength),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Prints the first load of each limited face and answers whether all keep their limit. */
export async function checkFirstLoad(): Promise<boolean> {
  const manifest: Manifest = JSON.parse(await readFile(join(webDist, '.vite/manifest.json'), 'utf8'))
  let withinLimits = true
  for (const face of Object.keys(limits) as LimitedFace[]) {
    const bytes = await gzippedBytes(filesOfFace(manifest, face))
    const kept = bytes <= limits[face]
    withinLimits &&= kept
    const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`
    console.log(
      `${face}: first load ${kilobytes(bytes)} gzipped, limit ${kilobytes(limits[face])}${kept ? '' : ' — TOO MUCH'}`,
    )
  }
  return withinLimits
}
