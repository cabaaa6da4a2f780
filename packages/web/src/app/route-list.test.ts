import { expect, test } from 'vitest'
import { ROUTES } from './route-list.ts'
import { router } from './router.tsx'

test('the list names every screen of the router and no other', () => {
  expect(Object.keys(router.routesByPath).sort()).toEqual([...ROUTES].sort())
})

test('every screen has a title of its own', () => {
  const untitled = Object.values(router.routesByPath).filter((route) => !route.options.staticData?.title)
  expect(untitled.map((route) => route.fullPath)).toEqual([])
})
