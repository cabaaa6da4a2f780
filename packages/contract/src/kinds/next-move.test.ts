import { describe, expect, it } from 'vitest'
import { type Permission, ruleOf } from '../permissions.ts'
import { currentKind } from './kinds.ts'
import { nextMove } from './next-move.ts'

const request = currentKind('request')
const gridWorker = (permission: Permission) => ruleOf(permission).roles.gridWorker !== undefined

describe('the one step on a card', () => {
  it.each([
    ['registered', 'takeUp'],
    ['dispatched', 'sign'],
    ['handling', 'feedback'],
  ])('for a grid worker a matter that is %s offers %s', (state, move) => {
    expect(nextMove(request, state, gridWorker)).toBe(move)
  })

  it.each(['answered', 'awaitingVerdict', 'closed'])(
    'for a grid worker a matter that is %s offers nothing',
    (state) => {
      expect(nextMove(request, state, gridWorker)).toBeUndefined()
    },
  )

  it('offers nobody anything who may do nothing', () => {
    for (const state of Object.keys(request.states))
      expect(nextMove(request, state, () => false)).toBeUndefined()
  })
})
