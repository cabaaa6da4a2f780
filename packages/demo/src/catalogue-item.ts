import type { ItemQuestion } from '@lianxin/contract'
import type { DepartmentCode } from './organisation.ts'

/** urgentHour runs day and night; workingHour and workingDay by the unit's calendar; calendarDay every day. */
export type ClockKind = 'urgentHour' | 'workingHour' | 'workingDay' | 'calendarDay'

/**
 * Who can settle it: 1 the grid, 2 the community, 3 the subdistrict, 4 a department of the district; an emergency goes
 * to all of them at once.
 */
export type ItemLevel = 1 | 2 | 3 | 4 | 'emergency'

export interface CatalogueItem {
  readonly id: string
  /** Major (2 digits) and minor (3 digits): minors to 079 of the national list, from 080 of the province, from 500 of the district. */
  readonly code: string
  readonly origin: 'province' | 'district'
  readonly name: string
  readonly nameEn: string
  /** What a resident would call it. */
  readonly plain: string
  readonly plainEn: string
  /** Words that people use for it, for suggestions. */
  readonly keywords: readonly string[]
  /** Kinds of case that may be about it. */
  readonly kinds: readonly string[]
  readonly major: string
  readonly majorName: string
  readonly majorNameEn: string
  readonly level: ItemLevel
  /** A department, or the community or subdistrict office of the place. */
  readonly leadUnitCode: DepartmentCode | (typeof LEAD_PLACES)[number]
  readonly clockKind: ClockKind
  readonly limit: number
  /** What is asked when it is reported. */
  readonly questions: readonly ItemQuestion[]
  /** Where level and limit come from, in words. */
  readonly source: string
}

/** Lead units that are found by the place. */
export const LEAD_PLACES = ['community', 'subdistrict'] as const

/** The groups that residents know, by their two digits: Chinese and English name. */
export const MAJORS = {
  '01': ['市容环境', 'Streets and cleanliness'],
  '02': ['宣传广告', 'Signs and advertising'],
  '03': ['施工管理', 'Building sites'],
  '04': ['突发事件', 'Emergencies'],
  '05': ['街面秩序', 'Street order'],
  '11': ['供热', 'Heating'],
  '12': ['供水排水', 'Water and drains'],
  '13': ['市政设施', 'Roads and lights'],
  '14': ['房屋物业', 'Housing and property'],
  '15': ['民生服务', 'Welfare'],
  '16': ['邻里秩序', 'Neighbours'],
  '17': ['供电燃气', 'Power and gas'],
  '18': ['生态环境', 'Environment'],
  '19': ['安全隐患', 'Safety'],
} as const

export type Major = keyof typeof MAJORS
