import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

type Tree = { readonly [key: string]: string | Tree }

/** Nested catalogue → one level of dotted keys. */
const flatten = (tree: Tree, path: string): [key: string, message: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  )

/** A message without variables becomes the plain sentence; the others become their parsed form. */
const compile = (message: string, where: string): unknown => {
  try {
    const parts = parse(message, { ignoreTag: true })
    return parts.every((part) => part.type === 0) ? parts.map((part) => part.value).join('') : parts
  } catch (cause) {
    throw new Error(`${where} is not a valid ICU message: ${message}`, { cause })
  }
}

/**
 * Parses the ICU messages while building, so that no phone downloads or runs a message parser;
 * a message that does not parse fails the build.
 */
export const messages = (): Plugin => ({
  name: 'lianxin:messages',
  enforce: 'pre',
  config: () => ({
    resolve: {
      alias: [
        {
          find: /^@formatjs\/icu-messageformat-parser$/,
          replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
        },
      ],
    },
  }),
  transform(code, id) {
    const file = /\/messages\/([^/]+\/[^/]+)\.json$/.exec(id)?.[1]
    if (!file) return null
    const entries = flatten(JSON.parse(code) as Tree, '')
    return {
      code: JSON.stringify(
        Object.fromEntries(entries.map(([key, message]) => [key, compile(message, `${file}:${key}`)])),
      ),
      map: null,
    }
  },
})
