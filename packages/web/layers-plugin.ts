import type { Plugin } from 'vite'

const ORDER = '@layer tokens, base, parts, faces;'

/**
 * States the order of the cascade layers at the top of each of our style sheets: which chunk's sheet the browser meets
 * first depends on what a screen imports, and without this the first one met would decide.
 */
export const layers = (): Plugin => ({
  name: 'lianxin:layers',
  enforce: 'pre',
  transform: (code, id) => (/\/src\/.*\.css$/.test(id) ? { code: `${ORDER}\n${code}`, map: null } : null),
})
