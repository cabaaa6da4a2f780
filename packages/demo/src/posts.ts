import type { UnitKind } from '@lianxin/contract'
import { COMMAND_CENTRE_CODE, type Unit } from './organisation.ts'
import { inventName } from './people-names.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import { stableId } from './stable-id.ts'

export type PostRole =
  | 'gridWorker'
  | 'communityWorker'
  | 'communitySecretary'
  | 'subdistrictDispatcher'
  | 'dispatcher'
  | 'dutyOfficer'
  | 'handler'
  | 'departmentLead'
  | 'verifier'
  | 'ruleKeeper'
  | 'systemAdmin'
  | 'securityAdmin'
  | 'auditor'
  | 'dataProtection'
  | 'gatekeeper'
  | 'mediator'

export interface Post {
  readonly id: string
  /** Unit, role and serial; for a grid worker the grid: the key the id is made from. */
  readonly code: string
  readonly unitId: string
  readonly role: PostRole
  readonly title: string
  readonly titleEn: string
  readonly placeCode: string
  readonly holder: { readonly personName: string }
}

const TITLES: Readonly<Record<PostRole, readonly [zh: string, en: string]>> = {
  gridWorker: ['网格员', 'Grid worker'],
  communityWorker: ['社区工作者', 'Community worker'],
  communitySecretary: ['社区书记', 'Community secretary'],
  subdistrictDispatcher: ['街道派单员', 'Subdistrict dispatcher'],
  dispatcher: ['区派单员', 'District dispatcher'],
  dutyOfficer: ['值班长', 'Duty officer'],
  handler: ['承办人', 'Handler'],
  departmentLead: ['部门负责人', 'Head of department'],
  verifier: ['核查员', 'Verifier'],
  ruleKeeper: ['规则管理员', 'Keeper of the rules'],
  systemAdmin: ['系统管理员', 'System administrator'],
  securityAdmin: ['安全管理员', 'Security administrator'],
  auditor: ['审计管理员', 'Auditor'],
  dataProtection: ['个人信息保护负责人', 'Data protection officer'],
  gatekeeper: ['准入管理员', 'Gatekeeper'],
  mediator: ['人民调解员', 'Mediator'],
}

type Establishment = readonly (readonly [role: PostRole, count: number])[]

// Those who verify sit beside those who dispatch, never with those who handle (GB/T 30428: supervision is separate from
// command); the three administrators are three people (GB/T 22239: separation of administrative powers).
const ESTABLISHMENT: Readonly<Record<UnitKind, Establishment>> = {
  commandCentre: [
    ['dutyOfficer', 2],
    ['dispatcher', 3],
    ['verifier', 3],
    ['ruleKeeper', 1],
    ['systemAdmin', 1],
    ['securityAdmin', 1],
    ['auditor', 1],
    ['dataProtection', 1],
  ],
  gateOffice: [['gatekeeper', 1]],
  department: [
    ['departmentLead', 1],
    ['handler', 3],
  ],
  subdistrict: [
    ['subdistrictDispatcher', 1],
    ['handler', 2],
    ['verifier', 1],
  ],
  community: [
    ['communitySecretary', 1],
    ['communityWorker', 2],
  ],
  // At least three members (人民调解法 8).
  mediationCommittee: [['mediator', 3]],
}

/** 实名制编入: the community whose grids have named staff of departments and utilities in the demonstration. */
const ASSIGNED_COMMUNITY = '210105001010'
const ASSIGNED = [
  ['heating', '供热网格服务员', 'Heating, for this grid'],
  ['water', '供水网格服务员', 'Water, for this grid'],
  ['gas', '燃气网格服务员', 'Gas, for this grid'],
  ['power', '供电网格服务员', 'Power, for this grid'],
  ['urbanManagement', '城管网格执法员', 'Enforcement officer for this grid'],
] as const

/** Every post with the invented person who holds it: those of the units, and one grid worker for each grid. */
export function createPosts(
  units: readonly Unit[],
  places: readonly Place[],
  random: Random,
): readonly Post[] {
  const ofUnits = units.flatMap((unit) =>
    ESTABLISHMENT[unit.kind].flatMap(([role, count]) =>
      Array.from({ length: count }, (_, i) =>
        createPost(postCode(unit.code, role, i + 1), unit.id, role, unit, random),
      ),
    ),
  )
  const ofGrids = places
    .filter((place) => place.level === 'grid')
    .map((grid) =>
      createPost(
        postCode(grid.code, 'gridWorker', 1),
        stableId('unit', grid.parentCode),
        'gridWorker',
        { placeCode: grid.code },
        random,
      ),
    )
  const assigned = places
    .filter((place) => place.level === 'grid' && place.parentCode === ASSIGNED_COMMUNITY)
    .flatMap((grid) =>
      ASSIGNED.map(([unitCode, title, titleEn]) => ({
        ...createPost(
          postCode(grid.code, 'handler', ASSIGNED.findIndex(([code]) => code === unitCode) + 1),
          stableId('unit', unitCode),
          'handler',
          { placeCode: grid.code },
          random,
        ),
        ...{ title, titleEn },
      })),
    )
  return [...ofUnits, ...ofGrids, ...assigned]
}

/** The code of a post: `210105001010.communityWorker.2`. */
export function postCode(unitOrGridCode: string, role: PostRole, serial: number): string {
  return `${unitOrGridCode}.${role}.${serial}`
}

/** The code of a post of the district command centre. */
export function centrePost(role: PostRole, serial: number): string {
  return postCode(COMMAND_CENTRE_CODE, role, serial)
}

function createPost(
  code: string,
  unitId: string,
  role: PostRole,
  { placeCode }: { readonly placeCode: string },
  random: Random,
): Post {
  const [title, titleEn] = TITLES[role]
  return {
    id: stableId('post', code),
    code,
    unitId,
    role,
    title,
    titleEn,
    placeCode,
    holder: { personName: inventName(random.fork(code)) },
  }
}
