import { expect, it } from 'vitest'
import { ownRoutes } from './own-routes.ts'
import { projectTree, treeOf } from './source-tree.ts'

/** Routes that are no part of the contract → why. */
const besideTheContract: Readonly<Record<string, string>> = {
  'GET /healthz': 'asked by what watches the process',
  'GET /readyz': 'asked by what sends it traffic',
  'GET /metrics': 'text for Prometheus',
  'GET /api/openapi.json': 'the description of the contract itself',
  'GET /api/docs': 'the same description for people',
}

it('the server answers nothing that the contract does not describe, a short list aside', () => {
  const strangers = ownRoutes(projectTree()).filter(({ route }) => !(route in besideTheContract))
  expect(strangers).toEqual([])
})

const routesIn = (source: string, path = 'packages/server/src/modules/case/routes.ts') =>
  ownRoutes(treeOf({ [path]: source })).map(({ route }) => route)

it('a route of its own is seen', () => {
  expect(routesIn(`app.post('/api/backdoor', handler)`)).toEqual(['POST /api/backdoor'])
  expect(routesIn('this.http.route({ method, url, handler })')).toEqual(['a route by description'])
})

it('the edge may register, and other things have a get too', () => {
  expect(routesIn('app.route({ url: route.path })', 'packages/server/src/kernel/edge.ts')).toEqual([])
  expect(routesIn(`cache.get('/x'); headers.get('accept')`)).toEqual([])
})
