import { SETTINGS } from '@lianxin/contract/setting/settings'
import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes-between.ts'
import { shapeOf } from './field-shape.ts'

describe('what a change changes', () => {
  it('names the field that differs with before and after, and nothing else', () => {
    const before = SETTINGS.evaluation.initial
    expect(changesBetween(shapeOf('evaluation'), before, { ...before, minimumGroup: 8 })).toEqual([
      {
        title: { zh: '最少评价人数', en: 'Smallest group of raters' },
        before: { zh: '5 人', en: '5 people' },
        after: { zh: '8 人', en: '8 people' },
      },
    ])
    expect(changesBetween(shapeOf('evaluation'), before, { ...before })).toEqual([])
  })

  it('says which field of a row changed, and of which row', () => {
    const rungs = SETTINGS.ladder.initial
    const [first, second, ...rest] = rungs
    const changed = [...rest, { ...second, to: 'commandCentre' }, { ...first, afterPercent: 150 }]
    expect(changesBetween(shapeOf('ladder'), rungs, changed)).toEqual([
      {
        title: {
          zh: '事项级别 一级（网格） · 计时方式 所有计时方式 · 升到 社区 · 用去时限',
          en: 'Level of the item Level 1 (grid) · Counted in every kind of clock · Goes up to the community · After this share of the limit',
        },
        before: { zh: '100%', en: '100 %' },
        after: { zh: '150%', en: '150 %' },
      },
      {
        title: expect.objectContaining({
          zh: '事项级别 一级（网格） · 计时方式 所有计时方式 · 用去时限 200% · 升到',
        }),
        before: { zh: '街道', en: 'the subdistrict' },
        after: { zh: '区指挥中心', en: 'the district command centre' },
      },
    ])
  })

  it('tells a row that is gone from one that is new where they are not of the same thing', () => {
    const [ladder, items] = [shapeOf('ladder'), shapeOf('itemLadders')]
    const rung = { level: 'level1', counts: 'every', afterPercent: 100, to: 'community' }
    const rungOf = (item: string) => ({ item, afterPercent: 100, to: 'community' })
    for (const [shape, before, after] of [
      [ladder, rung, { ...rung, level: 'level2' }],
      [ladder, rung, { ...rung, counts: 'workingDay', afterPercent: 300, to: 'commandCentre' }],
      [items, rungOf('05001'), rungOf('05002')],
    ] as const)
      expect(
        changesBetween(shape, [before], [after]).map((one) => [
          one.before !== undefined,
          one.after !== undefined,
        ]),
      ).toEqual([
        [true, false],
        [false, true],
      ])
    // One row more is a new row, and those before it did not change.
    expect(changesBetween(items, [rungOf('05001')], [rungOf('05001'), rungOf('05002')])).toHaveLength(1)
  })
})
