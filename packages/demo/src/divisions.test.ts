import { describe, expect, it } from 'vitest'
import { isResidentsCommittee, readDivisions } from './divisions.ts'

const divisions = readDivisions()

describe('the divisions of Liaoning', () => {
  it('are 18,248 with codes of 2, 4, 6, 9 and 12 digits', () => {
    const perLevel = Object.groupBy(divisions, (d) => d.level)
    expect(divisions).toHaveLength(18_248)
    expect(perLevel.province).toHaveLength(1)
    expect(perLevel.city).toHaveLength(14)
    expect(perLevel.district).toHaveLength(100)
    expect(perLevel.subdistrict).toHaveLength(1_406)
    expect(perLevel.community).toHaveLength(16_727)
  })

  it('name each code once, and each parent before its children', () => {
    const seen = new Set<string>()
    const misplaced = divisions.filter(({ code, parentCode }) => {
      const known = parentCode === null ? code === '21' : seen.has(parentCode) && code.startsWith(parentCode)
      const again = seen.has(code)
      seen.add(code)
      return again || !known
    })
    expect(misplaced).toEqual([])
  })

  it('hold 135 residents’ committees and 3 villagers’ committees in 皇姑区', () => {
    const local = divisions.filter((d) => d.level === 'community' && d.code.startsWith('210105'))
    expect(local.filter((d) => isResidentsCommittee(d.code))).toHaveLength(135)
    expect(local.filter((d) => !isResidentsCommittee(d.code)).map((d) => d.name)).toEqual([
      '文官村委会',
      '北四台子村委会',
      '方溪湖村委会',
    ])
  })

  it.each([
    ['210105001010', true],
    ['210105023201', false],
    ['210105001000', false],
    ['210105001', false],
  ])('%s is a residents’ committee: %s', (code, expected) => {
    expect(isResidentsCommittee(code)).toBe(expected)
  })
})
