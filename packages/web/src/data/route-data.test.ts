import { fileURLToPath } from 'node:url'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { ItemDraft } from '@lianxin/contract/catalogue/item-keeping-routes'
import { expect, test } from 'vitest'
import { routes } from '../../routes-plugin.ts'

/** What the browser gets of one file of the contract. */
const browserText = async (file: string): Promise<string | undefined> => {
  const transform = routes().transform as unknown as (
    code: string,
    id: string,
  ) => Promise<{ readonly code: string } | null>
  return (await transform('', file))?.code
}
const contract = (path: string) => fileURLToPath(import.meta.resolve(`@lianxin/contract/${path}`))
const exportsOf = async (path: string) =>
  import(`data:text/javascript,${encodeURIComponent((await browserText(contract(path))) ?? '')}`)

test('a route reaches the browser with what a request is made of, and no schema', async () => {
  const told = await exportsOf('case/case-routes')
  expect(Object.keys(told.caseRoutes)).toEqual(Object.keys(caseRoutes))
  const { id, method, path } = caseRoutes.view
  expect(told.caseRoutes.view).toEqual({ id, method, path })
})

test('a route that answers with something else than JSON says so', async () => {
  const { placeRoutes } = await exportsOf('place/place-routes')
  expect(placeRoutes.tile.media).toBe('application/vnd.mapbox-vector-tile')
})

test('a schema from which a form is drawn stays as it is', async () => {
  const told = await exportsOf('catalogue/item-keeping-routes')
  expect(Object.keys(told.ItemDraft.properties)).toEqual(Object.keys(ItemDraft.properties))
})

test('other files pass through', async () => {
  expect(await browserText(contract('case/case-views'))).toBeUndefined()
})
