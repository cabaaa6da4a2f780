import { type Asking, type HolidayCalendar, ROLES, type Role } from '@lianxin/contract'
import type { Item } from '../../src/modules/catalogue/index.ts'
import type { Unit } from '../../src/modules/org/index.ts'

/** A district small enough to think about, for walks over the pure engine: no database holds it. */
const id = (serial: number) => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`

export const COMMUNITY = '210105001001'
export const CASE_ID = id(900)
export const UNKNOWN_UNIT = id(77)

const unit = (
  serial: number,
  kind: Unit['kind'],
  placeCode: string,
  hours: Unit['hours'] = 'office',
): Unit => ({
  id: id(serial),
  code: `U${serial}`,
  name: `单位${serial}`,
  nameEn: `Unit ${serial}`,
  kind,
  parentId: kind === 'commandCentre' ? null : id(1),
  placeCode,
  hours,
  staffed: true,
  roles: ROLES,
})

/** Units that can be sent something. */
export const CALLED_UNITS = [
  unit(1, 'commandCentre', '210105'),
  unit(2, 'subdistrict', '210105001'),
  unit(3, 'community', COMMUNITY),
  unit(4, 'department', '210105'),
  unit(5, 'department', '210105', 'always'),
]
export const UNITS = [
  ...CALLED_UNITS,
  unit(6, 'mediationCommittee', COMMUNITY),
  unit(7, 'gateOffice', '210105'),
]

const item = (code: string, level: number, clockKind: Item['clockKind'], limit: number): Item => ({
  ...{ code, level, clockKind, limit, version: 1, name: code, nameEn: code, major: 'm', majorName: 'm' },
  ...{
    majorNameEn: 'm',
    origin: 'province' as const,
    plain: code,
    plainEn: code,
    keywords: [],
    kinds: ['request', 'finding'],
    questions: [],
    leadUnit: 'U4',
    source: 'test',
  },
})

/** One of each kind of clock, on each side of the level from which the district dispatches. */
export const ITEMS = [
  item('stairs', 2, 'workingDay', 3),
  item('heating', 4, 'urgentHour', 24),
  item('noise', 3, 'workingHour', 8),
  item('lamp', 4, 'calendarDay', 5),
]

export const CALENDAR: HolidayCalendar = {
  version: 'test',
  utcOffsetMinutes: 480,
  years: {
    2026: { published: true, holidays: ['2026-10-01', '2026-10-02'], makeUpWorkdays: ['2026-10-10'] },
  },
}

export type Person = {
  readonly accountId: string | null
  readonly unitId: string | null
  readonly asking: Asking
  /** Which of the parties it is, in a kind that is between several. */
  readonly partyId?: string
}

const post = (serial: number, role: Role, unitSerial: number, placeCode: string): Person => ({
  accountId: id(serial),
  unitId: id(unitSerial),
  asking: { post: { role, unitId: id(unitSerial), placeCode }, followedCaseId: null, accountId: id(serial) },
})

export const PARTIES = [id(951), id(952)] as const
const party = (index: 0 | 1): Person => ({
  ...{ accountId: null, unitId: null, asking: { post: null, followedCaseId: CASE_ID } },
  partyId: PARTIES[index],
})
/** Three members of the committee: one writes it down, and two can be asked. */
export const MEDIATORS = [115, 116, 117].map((serial) => post(serial, 'mediator', 6, COMMUNITY))

export const SYSTEM: Person = { accountId: null, unitId: null, asking: { post: null, followedCaseId: null } }

export const PEOPLE: readonly Person[] = [
  party(0),
  post(101, 'dispatcher', 1, '210105'),
  post(102, 'dutyOfficer', 1, '210105'),
  post(103, 'verifier', 1, '210105'),
  post(104, 'subdistrictDispatcher', 2, '210105001'),
  post(105, 'verifier', 2, '210105001'),
  post(106, 'handler', 2, '210105001'),
  post(107, 'communitySecretary', 3, COMMUNITY),
  post(108, 'communityWorker', 3, COMMUNITY),
  post(109, 'communityWorker', 3, COMMUNITY),
  post(110, 'gridWorker', 3, `${COMMUNITY}001`),
  post(111, 'handler', 4, '210105'),
  post(112, 'departmentLead', 4, '210105'),
  post(113, 'handler', 5, '210105'),
  post(114, 'gatekeeper', 7, '210105'),
]

/** Who is there for a matter between parties, by turns: each of them, the committee, and people who must not come near it. */
const [m1, m2, m3] = MEDIATORS
export const AROUND_PARTIES: readonly Person[] = [
  ...[party(0), m1, party(1), m2, m3, party(0), m2, party(1), m1, m3].filter((one) => one !== undefined),
  ...PEOPLE.filter(
    ({ asking: { post: held } }) => held?.role === 'communitySecretary' || held?.role === 'dutyOfficer',
  ),
]
