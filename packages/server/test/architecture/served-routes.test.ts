import { ROUTES } from '@lianxin/contract'
import { expect, it } from 'vitest'
import { MODULES } from '../../src/app.ts'
import { describeInTown } from '../scenarios/open-town.ts'
import { moduleOrder } from './module-order.ts'
import { projectTree } from './source-tree.ts'

describeInTown('the server', (town) => {
  it('answers every route of the contract', () => {
    const missing = ROUTES.filter(({ method, path }) => !town().app.http.hasRoute({ method, url: path }))
    expect(missing.map(({ id }) => id)).toEqual([])
    expect(town().app.http.hasRoute({ method: 'GET', url: '/api/no/such/route' })).toBe(false)
  })

  it('is made of the modules that the import rules know', () => {
    expect(moduleOrder(projectTree())).toEqual([...MODULES])
  })
})
