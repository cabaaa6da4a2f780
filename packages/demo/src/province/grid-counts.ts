import { committeesOf, DISTRICT_CODE, gridCounts } from '../district-geometry.ts'
import { type Division, isResidentsCommittee } from '../divisions.ts'
import { createRandom } from '../random.ts'

/** 综合网格 of Liaoning: 49,000 of about 300 households (熊茂平, 2022). */
export const PROVINCE_GRIDS = 49_000

/**
 * How many grids each residents' committee has: exactly 49,000 in the province, about ten in each committee, and in
 * 皇姑区 as many as the demonstration district of the same seed has. Villagers' committees have none: the source counts
 * urban grids. The whole province is always shared out, so that a part of it gets what it has in the whole.
 */
export function provinceGridCounts(
  divisions: readonly Division[],
  seed: number,
): ReadonlyMap<string, number> {
  const demonstrated = gridCounts(
    committeesOf(divisions),
    createRandom(seed).fork('district').fork('grid-counts'),
  )
  const others = divisions
    .filter(({ code }) => isResidentsCommittee(code) && !code.startsWith(DISTRICT_CODE))
    .map(({ code }) => ({ code, weight: createRandom(`${seed}/grids/${code}`).between(7, 13) }))
  const shared = PROVINCE_GRIDS - [...demonstrated.values()].reduce((sum, count) => sum + count, 0)
  return new Map([...demonstrated, ...shareOut(others, shared)])
}

/** Whole numbers in proportion to the weights with exactly this sum (largest remainders; ties by code). */
function shareOut(
  parts: readonly { readonly code: string; readonly weight: number }[],
  total: number,
): ReadonlyMap<string, number> {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0)
  const exact = parts.map(({ code, weight }) => ({ code, quota: (total * weight) / weights }))
  const counts = new Map(exact.map(({ code, quota }) => [code, Math.floor(quota)]))
  const left = total - [...counts.values()].reduce((sum, count) => sum + count, 0)
  const byRemainder = exact.sort((a, b) => (b.quota % 1) - (a.quota % 1) || (a.code < b.code ? -1 : 1))
  for (const { code } of byRemainder.slice(0, left)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
