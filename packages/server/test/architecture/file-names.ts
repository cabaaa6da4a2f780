import { posix } from 'node:path'
import type { Tree } from './source-tree.ts'

/** Names that say nothing about what is inside (style.md of the house: files are named for their main export). */
const bannedNames = new Set(
  'utils util helpers helper common misc manager service base types data info'.split(' '),
)
/** Words that make any name say nothing: `case-manager.ts`. */
const bannedEndings = /-(utils?|helpers?|manager|misc)$/

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Language tags keep the spelling that every tool expects (BCP 47). */
const languageTag = /^(zh-CN|en)(-[a-z0-9-]+)?$/

/** `case-store.test.ts` → `case-store`; `0001-places.sql` is named by number and subject. */
const stem = (path: string): string => posix.basename(path).split('.')[0] ?? ''

function refusalOf(path: string): string | undefined {
  const name = stem(path)
  if (path.endsWith('.sql')) {
    return /^\d{4}-[a-z0-9-]+$/.test(name) ? undefined : 'is not called like 0001-subject.sql'
  }
  if (bannedNames.has(name) || bannedEndings.test(name)) return 'has a name that says nothing'
  return kebabCase.test(name) || languageTag.test(name) ? undefined : 'is not in kebab-case'
}

/** Files with a name that the house does not use. */
export const badFileNames = (tree: Tree): readonly string[] =>
  [...tree.keys()].flatMap((path) => {
    const refusal = refusalOf(path)
    return refusal === undefined ? [] : [`${path} ${refusal}`]
  })
