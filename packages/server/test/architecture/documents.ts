import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Path from the project root → text of a page that people read. The rules take pages, so that each can be shown a bad one. */
export type Documents = ReadonlyMap<string, string>

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '../../../..')
const foreign = new Set(['node_modules', 'dist', '.cache', 'data'])

export const textOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')
export const pathExists = (path: string): boolean => existsSync(join(projectRoot, path))

function pagesBelow(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory())
      return entry.name.startsWith('.') || (foreign.has(entry.name) && folder !== 'packages/demo')
        ? []
        : pagesBelow(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

export const projectDocuments = (): Documents =>
  new Map(pagesBelow('').map((path) => [path, textOf(path)] as const))

/** Fenced blocks are examples: nothing in them is a link. */
const withoutFences = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '')

/** The name that a heading gets in an address: small letters, blanks as hyphens, no punctuation. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

const anchorsOf = (text: string): readonly string[] =>
  [...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''))

/** Links to pages, files and headings of ours that are not there. */
export function brokenLinks(documents: Documents, exists: (path: string) => boolean): readonly string[] {
  return [...documents].flatMap(([page, text]) =>
    [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
      if (/^[a-z]+:/.test(target)) return []
      const [file = '', anchor] = target.split('#')
      const path = file === '' ? page : posix.normalize(posix.join(posix.dirname(page), file))
      if (!exists(path)) return [`${page} links to ${target}, which is not there`]
      const linked = documents.get(path)
      if (anchor === undefined || linked === undefined || anchorsOf(linked).includes(anchor)) return []
      return [`${page} links to ${target}, but there is no such heading`]
    }),
  )
}

/** `npm run …` of a page that package.json does not have. */
export const unknownCommands = (documents: Documents, scripts: readonly string[]): readonly string[] =>
  [...documents].flatMap(([page, text]) =>
    [...text.matchAll(/\bnpm (?:run (?:-s )?)?(start|test|(?<=run )[a-z][\w:-]*)/g)].flatMap(
      ([, script = '']) => (scripts.includes(script) ? [] : [`${page} names npm run ${script}`]),
    ),
  )

/** Paths written as code, from the project root, that are not there. Patterns (`<kind>`, `*`) are left alone. */
export const unknownPaths = (documents: Documents, exists: (path: string) => boolean): readonly string[] =>
  [...documents].flatMap(([page, text]) =>
    [...text.matchAll(/`((?:packages|docs|tools|e2e|bench)\/[\w./-]*)`/g)].flatMap(([, path = '']) =>
      exists(path) ? [] : [`${page} names ${path}`],
    ),
  )

/** The text below a heading, down to the next one of the same level. */
export function sectionOf(text: string, heading: string): string {
  const [, after] = text.split(`\n## ${heading}\n`)
  if (after === undefined) throw new Error(`there is no heading “${heading}”`)
  return after.split('\n## ')[0] ?? ''
}

/** What stands in bold: in the walk, exactly the words that stand on the screen. */
export const boldOf = (text: string): readonly string[] =>
  [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words)

/** What stands as code and has this shape. */
export const codeOf = (text: string, shape: RegExp): readonly string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, word = '']) => (shape.test(word) ? [word] : []))

/** The cells of all table rows that have so many, without heads and rules. */
export const tableRows = (text: string, cells: number): readonly (readonly string[])[] =>
  [...text.matchAll(/^\| (.+) \|$/gm)]
    .map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()))
    .filter((row) => row.length === cells && !row.every((cell) => /^-+$/.test(cell)))

/** Whether a word of code occurs by itself: `dueAt`, not inside `dueAtAll`. */
export const occurs = (word: string, source: string): boolean =>
  new RegExp(`(?<![\\w])${word.replace(/[^\w]/g, '\\$&')}(?![\\w])`).test(source)

/** Every string of a catalogue, however deep. */
export const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []
