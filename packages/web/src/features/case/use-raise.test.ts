import { KINDS } from '@lianxin/contract/kinds/kinds'
import { expect, test } from 'vitest'
import { openingMove, raisable } from './use-raise.ts'

/** What the form at the desk asks for beside words and place. */
const ASKED = ['choices', 'units']

test('whatever a post may write down at a desk can be sent from there: nothing is needed that the form does not ask for', () => {
  const kinds = raisable(KINDS.map(({ report }) => report.permit))
  expect(kinds.map(({ kind }) => kind)).toContain('whistle')
  for (const kind of kinds) {
    const move = kind.moves[openingMove(kind) ?? '']
    expect(
      (move?.needs ?? []).filter((field) => !ASKED.includes(field)),
      kind.kind,
    ).toEqual([])
  }
})
