import type { UnitKind } from '@lianxin/contract'
import { DISTRICT_CODE, MODEL_COMMUNITY_CODE } from './district-geometry.ts'
import type { Place } from './places.ts'
import { stableId } from './stable-id.ts'

export type DepartmentCode =
  | 'housing'
  | 'urbanManagement'
  | 'heating'
  | 'water'
  | 'municipal'
  | 'civilAffairs'
  | 'gas'
  | 'power'
  | 'environment'
  | 'marketSupervision'
  | 'humanResources'

export interface Unit {
  readonly id: string
  /** Departments: a word; offices and committees: the code of their place. */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly placeCode: string
  /** Office hours on working days, or around the clock. */
  readonly hours: 'office' | 'always'
}

export const COMMAND_CENTRE_CODE = 'commandCentre'
export const GATE_OFFICE_CODE = 'gateOffice'

export const DEPARTMENTS: readonly (Pick<Unit, 'name' | 'nameEn' | 'hours'> & {
  readonly code: DepartmentCode
})[] = [
  { code: 'housing', name: '皇姑区房产局', nameEn: 'Huanggu Housing Bureau', hours: 'office' },
  {
    code: 'urbanManagement',
    name: '皇姑区城市管理执法局',
    nameEn: 'Huanggu Urban Management and Enforcement Bureau',
    hours: 'office',
  },
  {
    code: 'heating',
    name: '皇姑区供热服务中心',
    nameEn: 'Huanggu Heating Service Centre',
    hours: 'always',
  },
  { code: 'water', name: '皇姑区供水服务中心', nameEn: 'Huanggu Water Service Centre', hours: 'office' },
  {
    code: 'municipal',
    name: '皇姑区市政设施管理处',
    nameEn: 'Huanggu Municipal Works Office',
    hours: 'office',
  },
  { code: 'civilAffairs', name: '皇姑区民政局', nameEn: 'Huanggu Civil Affairs Bureau', hours: 'office' },
  { code: 'gas', name: '皇姑区燃气服务中心', nameEn: 'Huanggu Gas Service Centre', hours: 'always' },
  { code: 'power', name: '皇姑区供电服务中心', nameEn: 'Huanggu Power Service Centre', hours: 'always' },
  { code: 'environment', name: '皇姑区生态环境分局', nameEn: 'Huanggu Environment Bureau', hours: 'office' },
  {
    code: 'marketSupervision',
    name: '皇姑区市场监督管理局',
    nameEn: 'Huanggu Market Supervision Bureau',
    hours: 'office',
  },
  {
    code: 'humanResources',
    name: '皇姑区人力资源和社会保障局',
    nameEn: 'Huanggu Human Resources and Social Security Bureau',
    hours: 'office',
  },
]

/**
 * The units that share the work of the district: the command centre, the gate's office and eleven departments below it, the subdistrict
 * offices, and the residents' committees below those.
 */
export function createUnits(places: readonly Place[]): readonly Unit[] {
  const centre: Unit = {
    id: stableId('unit', COMMAND_CENTRE_CODE),
    code: COMMAND_CENTRE_CODE,
    name: '皇姑区网格化指挥中心',
    nameEn: 'Huanggu Grid Command Centre',
    kind: 'commandCentre',
    parentId: null,
    placeCode: DISTRICT_CODE,
    hours: 'always',
  }
  return [
    centre,
    gateUnder(centre),
    ...DEPARTMENTS.map(
      (department): Unit => ({
        ...department,
        id: stableId('unit', department.code),
        kind: 'department',
        parentId: centre.id,
        placeCode: DISTRICT_CODE,
      }),
    ),
    ...places.filter((p) => p.level === 'subdistrict').map((place) => officeOf(place, centre.id)),
    ...places
      .filter((p) => p.level === 'community')
      .map((place) => committeeOf(place, stableId('unit', place.parentCode))),
    ...places.filter((p) => p.code === MODEL_COMMUNITY_CODE).map(mediatorsOf),
  ]
}

/** 减负准入办: who keeps the burden gate, in an office of its own so that nothing else is seen there. */
const gateUnder = (centre: Unit): Unit => ({
  id: stableId('unit', GATE_OFFICE_CODE),
  code: GATE_OFFICE_CODE,
  name: '皇姑区减负准入办公室',
  nameEn: 'Huanggu Burden Gate Office',
  kind: 'gateOffice',
  parentId: centre.id,
  placeCode: DISTRICT_CODE,
  hours: 'office',
})

/** 人民调解委员会, which a residents' committee sets up (人民调解法 8): a unit of its own, because what it hears stays there. */
function mediatorsOf(place: Place): Unit {
  return {
    id: stableId('unit', mediationCode(place.code)),
    code: mediationCode(place.code),
    name: `${place.name}人民调解委员会`,
    nameEn: `${place.nameEn} Mediation Committee`,
    kind: 'mediationCommittee',
    parentId: stableId('unit', place.code),
    placeCode: place.code,
    hours: 'office',
  }
}

export const mediationCode = (communityCode: string): string => `${communityCode}.mediation`

function officeOf(place: Place, parentId: string): Unit {
  return {
    id: stableId('unit', place.code),
    code: place.code,
    name: `${place.name}办事处`,
    nameEn: `${place.nameEn} Office`,
    kind: 'subdistrict',
    parentId,
    placeCode: place.code,
    hours: 'office',
  }
}

function committeeOf(place: Place, parentId: string): Unit {
  return {
    id: stableId('unit', place.code),
    code: place.code,
    name: `${place.name}居民委员会`,
    nameEn: `${place.nameEn} Residents' Committee`,
    kind: 'community',
    parentId,
    placeCode: place.code,
    hours: 'office',
  }
}
