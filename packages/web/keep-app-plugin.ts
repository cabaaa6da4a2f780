import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

const WORKER = 'service-worker.js'
const START = 'index.html'
/** The one file that is kept under a name without a hash. */
const MARK = 'mark.svg'
const WORDS = ['shell', 'ui', 'standing', 'sign-in', 'whistle', 'codes']
/** What the page of the arrival codes is made of, beside what each of these imports at once. */
const PARTS = [
  START,
  'src/app/codes-screen.tsx',
  'src/app/standing-notes.tsx',
  'src/app/sign-in-again.tsx',
  'src/features/whistle/code-picture.tsx',
  'src/features/whistle/code-camera.tsx',
  ...['zh-CN', 'en'].flatMap((locale) => WORDS.map((words) => `src/messages/${locale}/${words}.json`)),
]

/** Paths of all files that these parts load. @throws where the build has no such part */
const filesOf = (manifest: Manifest, parts: readonly string[]): readonly string[] => {
  const files = new Set([`/${MARK}`])
  const visit = (part: string) => {
    const chunk = manifest[part]
    if (!chunk) throw new Error(`the page of the arrival codes needs ${part}, and the build has no such part`)
    if (files.has(`/${chunk.file}`)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(`/${file}`)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const part of parts) visit(part)
  return [...files].sort()
}

/**
 * Writes the service worker beside the first page and tells it which files of this build it keeps. Their names, and the name of
 * all, carry hashes of their contents: another build is another worker, and browsers see that by its bytes.
 */
export const keepApp = (): Plugin => ({
  name: 'lianxin:keep-app',
  apply: 'build',
  buildStart() {
    this.emitFile({
      type: 'chunk',
      id: fileURLToPath(new URL('src/service-worker.ts', import.meta.url)),
      fileName: WORKER,
    })
  },
  async writeBundle({ dir = '' }) {
    const manifest: Manifest = JSON.parse(await readFile(join(dir, '.vite/manifest.json'), 'utf8'))
    const page = await readFile(join(dir, START), 'utf8')
    const files = filesOf(manifest, PARTS)
    const digest = createHash('sha256')
      .update([page, ...files].join('\n'))
      .update(await readFile(join(dir, MARK)))
      .digest('hex')
    const build = { name: `lianxin-${digest.slice(0, 12)}`, start: manifest[START]?.file, files }
    const code = await readFile(join(dir, WORKER), 'utf8')
    if (code.split('__KEPT__').length !== 2)
      this.error('the service worker does not ask once for what it keeps')
    await writeFile(join(dir, WORKER), code.replace('__KEPT__', JSON.stringify(build)))
  },
})
