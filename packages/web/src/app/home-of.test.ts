import type { Me } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { homeOf, safeNext } from './home-of.ts'

const post = (role: Me['posts'][number]['role']): Me['posts'][number] => ({
  id: '01999999-0000-7000-8000-000000000001',
  role,
  title: '',
  titleEn: '',
  unitId: '01999999-0000-7000-8000-000000000002',
  unitName: '',
  unitNameEn: '',
  placeCode: '210105001010',
  placeName: '',
  placeNameEn: '',
  actingUntil: null,
})
const person = (role: Me['posts'][number]['role']): Me => ({
  kind: 'account',
  accountId: null,
  name: null,
  username: null,
  posts: [post(role)],
  active: post(role),
  can: [],
})

test('a grid worker starts in the street, a duty officer before the wall, a dispatcher at the desk, everybody else at the front door', () => {
  expect(homeOf(person('dutyOfficer'))).toBe('/command')
  expect(homeOf(person('gridWorker'))).toBe('/field')
  expect(homeOf(person('dispatcher'))).toBe('/desk')
  expect(
    homeOf({
      kind: 'anonymous',
      accountId: null,
      name: null,
      username: null,
      posts: [],
      active: null,
      can: [],
    }),
  ).toBe('/')
})

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  'desk',
  '',
  undefined,
])('signing in never leads to %s', (next) => {
  expect(safeNext(next)).toBeNull()
})

test('signing in leads back to the page that asked for it', () => {
  expect(safeNext('/desk/cases/1?x=2')).toBe('/desk/cases/1?x=2')
})
