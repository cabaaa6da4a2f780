import { expect, test } from 'vitest'
import { CATALOGUE } from '../src/catalogue.ts'
import { DUTIES } from '../src/duties.ts'

test('both kinds of unit have all three classes, and every code once', () => {
  for (const unitKind of ['subdistrict', 'community'] as const) {
    const theirs = DUTIES.filter((duty) => duty.unitKind === unitKind)
    expect(new Set(theirs.map((duty) => duty.class)).size).toBe(3)
    expect(new Set(theirs.map(({ code }) => code)).size).toBe(theirs.length)
  }
})

test('what it assists with names who leads, what is not ours says whose it is', () => {
  expect(DUTIES.filter((duty) => duty.class !== 'do' && duty.note === '')).toEqual([])
})

test('every item that an entry covers is in the catalogue', () => {
  const known = new Set(CATALOGUE.map(({ code }) => code))
  expect(DUTIES.flatMap(({ itemCodes }) => itemCodes).filter((code) => !known.has(code))).toEqual([])
})
