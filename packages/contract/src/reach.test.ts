import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PERMISSION_NAMES, PERMISSIONS, ROLES, type Role, ruleOf } from './permissions.ts'
import { type Asking, allows, reachesOf } from './reach.ts'
import { codeRange } from './rules/index.ts'

const OWN_UNIT = 'unit-of-mine'
const at = (role: Role, placeCode: string): Asking => ({
  post: { role, unitId: OWN_UNIT, placeCode },
  followedCaseId: null,
})
const nobody: Asking = { post: null, followedCaseId: null }
const requester: Asking = { post: null, followedCaseId: 'mine' }
const grid = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 }))
  .map(([subdistrict, community, serial]) => `21010500${subdistrict}00${community}00${serial}`)
const anyPlace = fc.tuple(grid, fc.constantFrom(6, 9, 12, 15)).map(([code, length]) => code.slice(0, length))

test('the table names roles that exist, in both languages', () => {
  for (const name of PERMISSION_NAMES) {
    expect(Object.keys(PERMISSIONS[name].roles).filter((role) => !ROLES.includes(role as Role))).toEqual([])
    expect([PERMISSIONS[name].zh, PERMISSIONS[name].en].filter((text) => text.trim() === '')).toEqual([])
  }
})

test('nobody without a post reaches further than everybody, and a requester no further than the own matter', () => {
  for (const name of PERMISSION_NAMES) {
    expect(reachesOf(name, nobody)).toEqual(ruleOf(name).roles.anyone ?? [])
    expect(ruleOf(name).roles.anyone ?? ['everyone']).toEqual(['everyone'])
    expect(ruleOf(name).roles.requester ?? ['own']).toEqual(['own'])
  }
})

test('a requester is allowed nothing at the matter of somebody else', () => {
  for (const name of PERMISSION_NAMES.filter((one) => ruleOf(one).roles.requester)) {
    expect(allows(name, requester, { caseId: 'mine', placeCode: '210105', unitIds: [] })).toBe(true)
    expect(allows(name, requester, { caseId: 'other', placeCode: '210105', unitIds: [] })).toBe(false)
    expect(allows(name, nobody, { caseId: 'mine' })).toBe(false)
  }
})

test('a subtree is the range of codes that the database reads', () => {
  fc.assert(
    fc.property(anyPlace, grid, (post, place) => {
      const [from, to] = codeRange(post)
      expect(allows('case.triage', at('dispatcher', post), { placeCode: place })).toBe(
        from <= place && place < to,
      )
    }),
  )
})

test('the own unit’s rows are reached wherever they lie, by those whose reach is the unit', () => {
  fc.assert(
    fc.property(anyPlace, grid, fc.boolean(), (post, place, mine) => {
      const row = { placeCode: place, unitIds: mine ? ['other', OWN_UNIT] : ['other'] }
      expect(allows('case.view', at('handler', post), row)).toBe(mine)
      expect(allows('case.verify', at('handler', post), row)).toBe(false)
    }),
  )
})

test('a row that says nothing of its place or units is out of every reach but everybody’s', () => {
  for (const role of ROLES.filter((one) => one !== 'anyone' && one !== 'requester'))
    for (const name of PERMISSION_NAMES) {
      const everyone = reachesOf(name, at(role, '210105')).includes('everyone')
      expect(allows(name, at(role, '210105'), {})).toBe(everyone)
    }
})
