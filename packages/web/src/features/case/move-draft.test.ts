import { MoveInput } from '@lianxin/contract/case/case-commands'
import type { MoveView, Suggestion } from '@lianxin/contract/case/case-views'
import { getKind, KINDS } from '@lianxin/contract/kinds/kinds'
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import {
  chooseUnits,
  fieldsOf,
  hasOneLead,
  missingOf,
  moveInputOf,
  nameable,
  proposalOf,
} from './move-draft.ts'
import { NOTHING_TO_CHOOSE } from './nothing-to-choose.ts'

const request = getKind('request', 1)
const viewOf = (move: string): MoveView => {
  const found = request.moves[move]
  if (!found) throw new Error(`the kind has no move ${move}`)
  const { name, effect, needs, may } = found
  return { ...NOTHING_TO_CHOOSE, move, name, effect, needs: [...needs], may: [...may] }
}
const unit = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const suggestion: Suggestion = {
  itemsBy: 'learnt',
  items: [
    { code: 'B0101', name: '供暖不热', nameEn: 'Heating', level: 2, because: ['暖气'], confidence: 0.8 },
    { code: 'B0102', name: '漏水', nameEn: 'Leak', level: 3, because: [], confidence: 0.1 },
  ],
  units: [
    { id: unit(1), name: '住建局', nameEn: 'Housing', role: 'lead', because: { zh: '主责', en: 'Duty' } },
  ],
  missingUnits: [],
  dueAt: 5,
  provisional: false,
}

describe('the draft of a move', () => {
  it('asks for exactly what each move of each kind needs or may carry', () => {
    for (const kind of KINDS)
      for (const [move, { needs, may, name, effect }] of Object.entries(kind.moves))
        expect(
          new Set(fieldsOf({ ...NOTHING_TO_CHOOSE, move, name, effect, needs: [...needs], may: [...may] })),
        ).toEqual(new Set([...needs, ...may]))
  })

  it('leaves out a field that a newer server knows and this browser does not', () => {
    expect(fieldsOf({ ...viewOf('sign'), needs: ['signature'], may: ['words'] })).toEqual(['words'])
  })

  it('proposes the likeliest item with its level at triage, and the duty unit at dispatch', () => {
    expect(proposalOf(viewOf('triage'), suggestion)).toEqual({ itemCode: 'B0101', level: 2 })
    expect(proposalOf(viewOf('dispatch'), suggestion)).toEqual({ units: [{ unitId: unit(1), role: 'lead' }] })
    expect(proposalOf(viewOf('sign'), suggestion)).toEqual({})
  })

  it('offers a lead who calls others in no community', () => {
    const named = { code: 'u', name: '单位', nameEn: 'Unit', placeCode: '210105', parentId: null }
    const units = (['community', 'department'] as const).map((kind, index) => ({
      ...{ ...named, id: unit(index + 1), kind, hours: 'office' as const },
    }))
    expect(nameable(viewOf('dispatch'), units)).toEqual(units)
    expect(nameable({ ...viewOf('dispatch'), calledBy: unit(9) }, units)).toEqual(units.slice(1))
  })

  it('wants a reason once the deadline is changed, and not before', () => {
    const units = chooseUnits([unit(1)])
    expect(missingOf(viewOf('dispatch'), request, { units })).toEqual([])
    expect(missingOf(viewOf('dispatch'), request, { units, dueAt: 9 })).toEqual(['reason'])
    expect(missingOf(viewOf('dispatch'), request, { units, dueAt: 9, reason: '材料要等' })).toEqual([])
  })

  it('does not take blanks for words', () => {
    expect(missingOf(viewOf('feedback'), request, { words: '  ' })).toEqual(['words'])
    expect(moveInputOf(viewOf('pass'), { words: ' ', fileIds: [] }, 3)).toEqual({
      move: 'pass',
      expectedVersion: 3,
    })
  })

  it('takes an answer of “no” for an answer', () => {
    expect(missingOf(viewOf('judge'), request, { solved: false })).toEqual([])
    expect(moveInputOf(viewOf('judge'), { solved: false }, 1)).toMatchObject({ solved: false })
  })

  it('sends nothing that the move does not carry', () => {
    expect(moveInputOf(viewOf('sign'), { words: '收到', reason: 'x', level: 4 }, 2)).toEqual({
      move: 'sign',
      expectedVersion: 2,
      words: '收到',
    })
  })

  it('is always a command that the contract accepts', () => {
    const draft = fc.record(
      {
        words: fc.string({ maxLength: 50 }),
        reason: fc.string({ maxLength: 50 }),
        level: fc.integer({ min: 1, max: 5 }),
        dueAt: fc.nat(),
        solved: fc.boolean(),
        units: fc
          .uniqueArray(fc.integer({ min: 0, max: 9 }).map(unit), { maxLength: 8 })
          .map((ids) => chooseUnits(ids)),
        fileIds: fc.array(fc.integer({ min: 0, max: 9 }).map(unit), { maxLength: 9 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(request.moves)), draft, (move, typed) => {
        expect(Value.Check(MoveInput, moveInputOf(viewOf(move), typed, 1))).toBe(true)
      }),
    )
  })
})

describe('choosing units', () => {
  it('keeps exactly one lead while units come and go', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 9 }).map(unit), { minLength: 1, maxLength: 8 }),
        fc.option(fc.integer({ min: 0, max: 9 }).map(unit), { nil: undefined }),
        (ids, lead) => {
          expect(hasOneLead(chooseUnits(ids, lead))).toBe(true)
        },
      ),
    )
  })

  it('keeps the lead that somebody chose, and passes it on when that unit is taken out', () => {
    expect(chooseUnits([unit(1), unit(2)], unit(2))[1]?.role).toBe('lead')
    expect(chooseUnits([unit(1)], unit(2))[0]?.role).toBe('lead')
  })
})
