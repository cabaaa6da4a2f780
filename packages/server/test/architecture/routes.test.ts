import { PERMISSIONS, ROUTES } from '@lianxin/contract'
import Type from 'typebox'
import { describe, expect, it } from 'vitest'
import { routeFaults } from './route-faults.ts'

const permissions = Object.keys(PERMISSIONS)
const good = {
  id: 'case.view',
  method: 'GET',
  path: '/api/cases/:id',
  permit: 'case.view',
  params: Type.Object({ id: Type.String() }),
  response: Type.Object({}),
}

describe('the routes of the contract', () => {
  it('have a permit, a response schema, a name and a place of their own', () => {
    expect(routeFaults(ROUTES, permissions)).toEqual([])
  })

  it.each([
    ['no permit', { ...good, permit: undefined }],
    ['a permit that does not exist', { ...good, permit: 'case.vieww' }],
    ['no response schema', { ...good, response: undefined }],
    ['a parameter that its path does not have', { ...good, path: '/api/cases' }],
    ['a path parameter without a schema', { ...good, params: undefined }],
    ['a reading route that is a command', { ...good, command: true as const }],
    ['a path outside of /api', { ...good, path: '/cases/:id' }],
  ])('are refused with %s', (_, route) => {
    expect(routeFaults([route], permissions)).toHaveLength(1)
  })

  it('are refused when two share a name or a place', () => {
    expect(routeFaults([good, { ...good, id: 'case.other' }], permissions)).toHaveLength(1)
    expect(routeFaults([good, { ...good, path: '/api/case/:id' }], permissions)).toHaveLength(1)
  })
})
