import { type allows, DAY_MS, type GateDraft, HOUR_MS, overlapOf, type Role } from '@lianxin/contract'
import fc from 'fast-check'

/** Who is there for walks over the burden gate, and what they push at it: no database holds it. */
export const START = Date.parse('2026-09-07T09:00+08:00')
export const CLOCK_MS = 3 * DAY_MS
export const id = (serial: number) => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`
const COMMUNITIES = ['210105001001', '210105001002', '210105001003'] as const
export const unitOf = new Map(COMMUNITIES.map((code, index) => [code as string, id(10 + index)]))
export const DEPARTMENT = id(4)
const [OTHER_DEPARTMENT, OFFICE] = [id(5), id(7)]

export type Person = {
  readonly accountId: string
  readonly unitId: string
  readonly asking: Parameters<typeof allows>[1]
}
const person = (account: number, role: Role, unitId: string, placeCode = '210105'): Person => ({
  accountId: id(account),
  unitId,
  asking: { post: { role, unitId, placeCode }, followedCaseId: null, accountId: id(account) },
})
export const GATEKEEPER = id(103)
/** The second gatekeeper is the same person as the department's handler, in another post. */
export const PEOPLE: readonly Person[] = [
  person(101, 'handler', DEPARTMENT),
  person(102, 'departmentLead', DEPARTMENT),
  person(103, 'gatekeeper', OFFICE),
  person(101, 'gatekeeper', OFFICE),
  person(104, 'handler', OTHER_DEPARTMENT),
  ...COMMUNITIES.map((code, index) => person(110 + index, 'communitySecretary', id(10 + index), code)),
  person(120, 'auditor', id(1)),
]

export const draftOf = (step: Push, now: number): GateDraft => ({
  kind: step.form ? 'form' : 'inspection',
  dutyCode: step.listed ? 'duty' : null,
  level: 'community',
  minutes: step.free ? 0 : 12,
  frequency: 'once',
  fromAt: now + (step.late ? -DAY_MS : DAY_MS),
  untilAt: now + (step.late ? -1 : 20 * DAY_MS),
  // The third community is never asked.
  communityCodes: COMMUNITIES.slice(0, 1 + (step.move % 2)),
  words: {
    ...{ title: '摸底表', purpose: '了解需要', basis: '条例' },
    fields: step.form
      ? [
          {
            key: 'a',
            label: step.free ? '网格数' : '需要助餐的人数',
            elementCode: null,
            kind: 'number',
            options: [],
          },
        ]
      : [],
  },
})
export const groundOf = (draft: GateDraft) => ({
  dutyListId: id(50),
  entries: new Map([
    [
      'duty',
      {
        ...{ code: 'duty', class: 'assist' as const, name: '协助', nameEn: 'Assist', itemCodes: [] },
        ...{ basis: '', basisEn: '', note: '', noteEn: '' },
      },
    ],
  ]),
  unitOf,
  overlap: overlapOf(draft.words.fields, []),
})

/** A push at the request by somebody, some time later; `written`: with a reason. */
export type Push = Readonly<Record<'person' | 'move' | 'wait' | 'about', number>> &
  Readonly<
    Record<
      'sensible' | 'written' | 'tooMuch' | 'form' | 'listed' | 'free' | 'late' | 'beyond' | 'onTime',
      boolean
    >
  >
export const pushes = fc.array(
  fc.record({
    ...{ person: fc.nat(999), move: fc.nat(999), about: fc.nat(2) },
    wait: fc.oneof(fc.nat(4 * HOUR_MS), fc.nat(2 * DAY_MS), fc.nat(30 * DAY_MS)),
    sensible: fc.constantFrom(true, true, true, false),
    ...{
      written: fc.boolean(),
      tooMuch: fc.boolean(),
      form: fc.boolean(),
      listed: fc.boolean(),
      free: fc.boolean(),
    },
    ...{ late: fc.constantFrom(false, false, false, true), beyond: fc.boolean(), onTime: fc.boolean() },
  }),
  { minLength: 4, maxLength: 30 },
) as fc.Arbitrary<readonly Push[]>
