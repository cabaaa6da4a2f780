import { PERMISSION_NAMES, ruleOf } from '@lianxin/contract/permissions'
import { describe, expect, it } from 'vitest'
import { likelyMove } from './likely-move.ts'

const worker = PERMISSION_NAMES.filter((permission) => ruleOf(permission).roles.gridWorker)

describe('the one step on a card', () => {
  it.each([
    ['registered', 'takeUp'],
    ['dispatched', 'sign'],
    ['handling', 'feedback'],
  ])('for a grid worker a matter that is %s offers %s', (state, move) => {
    expect(likelyMove({ kind: 'request', state }, worker)?.move).toBe(move)
  })

  it.each(['answered', 'awaitingVerdict', 'closed'])(
    'for a grid worker a matter that is %s offers nothing',
    (state) => {
      expect(likelyMove({ kind: 'request', state }, worker)).toBeUndefined()
    },
  )

  it('offers nothing of a kind that this browser does not know', () => {
    expect(likelyMove({ kind: 'somethingNew', state: 'registered' }, worker)).toBeUndefined()
  })
})
