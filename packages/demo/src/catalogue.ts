import { type CatalogueItem, MAJORS, type Major } from './catalogue-item.ts'
import { type CatalogueRow, ROWS } from './catalogue-rows.ts'
import { stableId } from './stable-id.ts'

/**
 * Eighteen matters that residents of a northern city raise most (heating, water, housing and street order lead the
 * 12345 figures of Fushun and Shenyang's season). Limits follow published practice and are settings of a district, not
 * law.
 */
export const CATALOGUE: readonly CatalogueItem[] = Object.entries(ROWS).flatMap(([major, rows]) =>
  rows.map((row) => itemOf(major, row)),
)

function itemOf(major: string, row: CatalogueRow): CatalogueItem {
  const [minor, name, nameEn, plainWords, level, leadUnitCode, clockKind, limit, source] = row
  const [majorName, majorNameEn] = MAJORS[major as Major]
  const code = `${major}${minor}`
  return {
    id: stableId('item', code),
    code,
    name,
    nameEn,
    plainWords: plainWords.split(' '),
    major,
    majorName,
    majorNameEn,
    level,
    leadUnitCode,
    clockKind,
    limit,
    source,
  }
}
