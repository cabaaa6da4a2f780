import { PERMISSIONS, ROUTES, type Route } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { personalPaths } from '../../../test/architecture/schema-walk.ts'
import { VIEWS_IN_WORDS } from './views.ts'

const forStaff = ({ permit }: Route) =>
  Object.keys(PERMISSIONS[permit].roles).some((role) => role !== 'anyone' && role !== 'requester')
/** Photos and spreadsheets have no schema: what they show is personal unless somebody says otherwise. */
const showsPeople = ({ response, media }: Route) =>
  personalPaths(response).length > 0 || (media !== undefined && media !== 'text/event-stream')

test('every view that shows people to staff is told in words', () => {
  const views = ROUTES.filter((route) => route.method === 'GET' && forStaff(route) && showsPeople(route)).map(
    ({ id }) => id,
  )
  expect(VIEWS_IN_WORDS.toSorted()).toEqual(views.toSorted())
})
