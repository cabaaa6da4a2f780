import { expect, it } from 'vitest'
import { projectTree, treeOf } from './source-tree.ts'
import { untestedScreens, webRoutes } from './web-routes.ts'

it('every screen of the web app is checked for accessibility by a journey', () => {
  const tree = projectTree()
  expect(webRoutes(tree).length).toBeGreaterThan(3)
  expect(untestedScreens(tree)).toEqual([])
})

it('a screen that no journey opens is seen', () => {
  const screens = `createRoute({ path: '/desk' }); createRoute({ path: '/desk/case/$id' }); createRoute({ id: 'x' })`
  const journey = (check: string) =>
    treeOf({
      'packages/web/src/faces/desk/routes.tsx': screens,
      'e2e/journeys/desk.e2e.ts': `await page.goto('/desk'); ${check}`,
    })
  expect(untestedScreens(journey('await expectAccessible(page)'))).toEqual(['/desk/case/$id'])
  expect(untestedScreens(journey(''))).toEqual(['/desk', '/desk/case/$id'])
  const walking = treeOf({
    'packages/web/src/faces/desk/routes.tsx': screens,
    'packages/web/src/app/route-list.ts': `export const ROUTES = ['/desk']`,
    'e2e/journeys/all.e2e.ts': `import { ROUTES } from '../../packages/web/src/app/route-list.ts'; expectAccessible(page)`,
  })
  expect(untestedScreens(walking)).toEqual(['/desk/case/$id'])
})
