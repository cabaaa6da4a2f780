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
  /** Major (2 digits) and minor (3 digits); minors from 080 are local extensions. */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** How residents say it: keywords for suggestions. */
  readonly plainWords: readonly string[]
  readonly major: string
  readonly majorName: string
  readonly majorNameEn: string
  readonly level: ItemLevel
  /** A department, or the community or subdistrict office of the place. */
  readonly leadUnitCode: DepartmentCode | 'community' | 'subdistrict'
  readonly clockKind: ClockKind
  readonly limit: number
  /** Where level and limit come from, in words. */
  readonly source: string
}

/** The groups that residents know, by their two digits: Chinese and English name. */
export const MAJORS = {
  '01': ['市容环境', 'Streets and cleanliness'],
  '11': ['供热', 'Heating'],
  '12': ['供水排水', 'Water and drains'],
  '13': ['市政设施', 'Roads and lights'],
  '14': ['房屋物业', 'Housing and property'],
  '15': ['民生服务', 'Welfare'],
  '16': ['邻里秩序', 'Neighbours'],
} as const

export type Major = keyof typeof MAJORS
