import { caseRoutes } from '@lianxin/contract/case/case-routes'
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { listQueryOf, narrowing, readFilter } from './case-filter.ts'

describe('the filter in the address', () => {
  it('drops whatever is not a filter', () => {
    expect(
      readFilter({
        box: 'everything',
        state: "x' or 1=1",
        overdue: 'yes',
        placeCode: '12',
        due: 'never',
        sort: 'due',
        x: 1,
      }),
    ).toEqual({ sort: 'due' })
  })

  it('never asks the server for something that the contract refuses', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            box: fc.constantFrom('mine', 'unit', 'below', 'other'),
            state: fc.string(),
            overdue: fc.oneof(fc.boolean(), fc.string()),
            due: fc.constantFrom('today', 'soon', 'never'),
            closed: fc.boolean(),
            counted: fc.oneof(fc.boolean(), fc.string()),
            itemCode: fc.string(),
            placeCode: fc.oneof(fc.string(), fc.nat(), fc.stringMatching(/^\d{1,16}$/)),
            number: fc.string({ maxLength: 60 }),
            sort: fc.constantFrom('due', 'newest', 'random'),
          },
          { requiredKeys: [] },
        ),
        (search) => {
          expect(Value.Check(caseRoutes.list.query, listQueryOf(readFilter(search)))).toBe(true)
        },
      ),
    )
  })

  it('reads back what it wrote', () => {
    const filter = {
      box: 'below',
      state: 'handling',
      due: 'today',
      counted: true,
      placeCode: '210105001010',
    } as const
    expect(readFilter({ ...filter })).toEqual(filter)
  })

  it('shows open matters first, and closed ones only when asked', () => {
    expect(listQueryOf({})).toEqual({ box: 'mine', sort: 'due', open: true })
    expect(listQueryOf({ box: 'unit', closed: true })).toMatchObject({ box: 'all', open: false })
    expect(listQueryOf({ state: 'closed' })).not.toHaveProperty('open')
  })

  it('looks a number up in every view, open or closed', () => {
    expect(listQueryOf({ box: 'mine', number: 'HG-7', overdue: true })).toEqual({
      box: 'all',
      number: 'HG-7',
      sort: 'due',
    })
  })

  it('does not count the view and the order as narrowing', () => {
    expect(narrowing({ box: 'below', sort: 'newest' })).toEqual({})
    expect(narrowing({ overdue: true, due: 'soon' })).toEqual({ overdue: true, due: 'soon' })
  })
})
