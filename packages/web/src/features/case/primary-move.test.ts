import { getKind } from '@lianxin/contract/kinds/kinds'
import { describe, expect, it } from 'vitest'
import { NOTHING_TO_CHOOSE } from './nothing-to-choose.ts'
import { orderMoves, primaryMove } from './primary-move.ts'

const request = getKind('request', 1)
const views = (...names: readonly string[]) =>
  names.map((move) => {
    const { name, effect, needs, may } = request.moves[move] ?? request.moves['add'] ?? never()
    return { ...NOTHING_TO_CHOOSE, move, name, effect, needs: [...needs], may: [...may] }
  })
const never = (): never => {
  throw new Error('the kind has no such move')
}

describe('the move that is offered first', () => {
  it.each([
    ['registered', ['triage', 'takeUp'], 'triage'],
    ['registered', ['takeUp'], 'takeUp'],
    ['triaged', ['triage', 'takeUp', 'dispatch'], 'dispatch'],
    ['dispatched', ['return', 'sign'], 'sign'],
    ['handling', ['return', 'report', 'feedback'], 'feedback'],
    ['answered', ['fail', 'pass'], 'pass'],
    ['reopened', ['triage', 'takeUp', 'dispatch'], 'dispatch'],
  ] as const)('in %s with %j it is %s', (state, moves, expected) => {
    expect(primaryMove(views(...moves), request, state)?.move).toBe(expected)
  })

  it('is nothing where nothing is allowed', () => {
    expect(primaryMove([], request, 'closed')).toBeUndefined()
    expect(orderMoves([], request, 'closed')).toEqual([])
  })

  it('still offers a move of a kind that this browser does not know yet', () => {
    expect(primaryMove(views('sign'), undefined, 'anything')?.move).toBe('sign')
  })

  it('keeps every move exactly once', () => {
    const moves = views('return', 'report', 'feedback')
    expect(orderMoves(moves, request, 'handling').map(({ move }) => move)).toEqual([
      'feedback',
      'return',
      'report',
    ])
  })
})
