import { SETTING_NAMES, SETTINGS, settingOf } from '@lianxin/contract/setting/settings'
import { describe, expect, it, test } from 'vitest'
import { blankOf, linesOf, saidValue, shapeOf } from './field-shape.ts'

describe('what a rule says', () => {
  test.each(SETTING_NAMES)('%s is said in words that both languages have', (name) => {
    for (const { text } of linesOf(shapeOf(name), settingOf(name).initial))
      expect([text.zh !== '', text.en !== '', /\[object|undefined/.test(text.zh + text.en)]).toEqual([
        ...[true, true, false],
      ])
  })

  it('says a limit as people do, and a group field by field', () => {
    const shape = shapeOf('whistleLimits')
    const [first] = linesOf(shape, SETTINGS.whistleLimits.initial)
    expect(first).toMatchObject({
      title: { zh: '群众诉求 · 应答', en: 'Residents’ requests · Acknowledge' },
      text: { zh: '4 工作小时', en: '4 working hours' },
    })
    expect(saidValue({ type: 'boolean' }, true)).toEqual({ zh: '是', en: 'yes' })
    const [rung] = SETTINGS.ladder.initial
    const { afterPercent = {} } = shapeOf('ladder').items?.properties ?? {}
    expect(saidValue(afterPercent, rung?.afterPercent)).toEqual({ zh: '100%', en: '100 %' })
    expect(saidValue(shapeOf('reopenWindowDays'), 1).en).toBe('1 calendar day')
  })
})

it('begins a new row with something that can be chosen', () => {
  expect(blankOf(shapeOf('ladder').items ?? {})).toEqual({
    ...{ level: 'level1', counts: 'every', afterPercent: 50, to: 'community' },
  })
})
