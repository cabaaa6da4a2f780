import { parseSync, Visitor } from 'oxc-parser'
import { isTest, type Tree } from './source-tree.ts'
import { lineAt } from './written-texts.ts'

/** Attributes that a person sees or hears. */
const spoken = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'label',
  'placeholder',
  'title',
  'description',
])
/** A language is offered under its own name, and a key of the keyboard is called what is printed on it. */
const sameEverywhere = new Set(['中文', 'English', 'Enter', 'Esc', 'Tab'])
const han = /\p{Script=Han}/u
const word = /\p{L}{2,}/u

const isWebSource = (path: string): boolean =>
  path.startsWith('packages/web/src/') &&
  /\.tsx?$/.test(path) &&
  !path.startsWith('packages/web/src/messages/') &&
  // Development only: it shows tokens by their names.
  !path.startsWith('packages/web/src/app/design/') &&
  !isTest(path)

function wordsOf(path: string, source: string): readonly string[] {
  const found: string[] = []
  const add = (start: number, text: string) => {
    if (!sameEverywhere.has(text.trim())) found.push(`${path}:${lineAt(source, start)} says “${text.trim()}”`)
  }
  new Visitor({
    JSXText({ value, start }) {
      if (word.test(value)) add(start, value)
    },
    JSXAttribute({ name, value, start }) {
      if (name.type !== 'JSXIdentifier' || !spoken.has(name.name)) return
      if (
        value?.type === 'Literal' &&
        typeof value.value === 'string' &&
        word.test(value.value) &&
        !han.test(value.value)
      ) {
        add(start, value.value)
      }
    },
    Literal({ value, start }) {
      if (typeof value === 'string' && han.test(value)) add(start, value)
    },
    TemplateLiteral({ quasis, start }) {
      const text = quasis.map((quasi) => quasi.value.raw).join('…')
      if (han.test(text)) add(start, text)
    },
  }).visit(parseSync(path, source).program)
  return found
}

/** Words for people that stand in the source of the web app instead of its catalogues. */
export const untranslatedWords = (tree: Tree): readonly string[] =>
  [...tree].filter(([path]) => isWebSource(path)).flatMap(([path, source]) => wordsOf(path, source))
