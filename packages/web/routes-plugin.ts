import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

interface Request {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly media?: string
}

const isRequest = (value: unknown): value is Request =>
  typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'path' in value

/** What the browser needs of a route to call it; the server validates, the types are gone by then. */
const callable = ({ id, method, path, media }: Request): Request => ({
  id,
  method,
  path,
  ...(media === undefined ? {} : { media }),
})

const browserForm = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.values(value).every(isRequest)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, callable(each)]))
    : value

/**
 * Leaves the schemas of the contract's routes on the server: a `*-routes.ts` reaches the browser as plain data, its
 * routes with what a request is made of, its other exports (a schema from which a form is drawn, a list of words) as
 * they are. Without this every face downloads the description of every answer and the table of permissions.
 */
export const routes = (): Plugin => ({
  name: 'lianxin:routes',
  enforce: 'pre',
  async transform(_code, id) {
    const [file = ''] = id.split('?')
    if (!/\/contract\/src\/.+-routes\.ts$/.test(file)) return null
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href)
    const lines = Object.entries(exported).map(([name, value]) => {
      if (typeof value === 'function')
        this.error(`${file} exports the function ${name}: a routes file holds routes, schemas and words only`)
      return `export const ${name} = ${JSON.stringify(browserForm(value))}`
    })
    return { code: lines.join('\n'), map: null }
  },
})
