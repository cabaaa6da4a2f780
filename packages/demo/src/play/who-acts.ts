import type { Answer, caseRoutes } from '@lianxin/contract'
import type { CatalogueItem } from '../catalogue-item.ts'
import type { PlannedMatter } from '../day/matters-of-grid.ts'
import type { DemoDistrict } from '../demo-district.ts'
import { COMMAND_CENTRE_CODE, type Unit } from '../organisation.ts'
import type { PostRole } from '../posts.ts'
import { createRandom } from '../random.ts'
import type { Cast, Player } from './cast.ts'

type View = Answer<typeof caseRoutes.view>

/** The units of the district by code and id. */
export interface Staff {
  readonly byCode: ReadonlyMap<string, Unit>
  readonly byId: ReadonlyMap<string, Unit>
}

export const staffOf = ({ units }: DemoDistrict): Staff => ({
  byCode: new Map(units.map((unit) => [unit.code, unit])),
  byId: new Map(units.map((unit) => [unit.id, unit])),
})

const ACTS: Readonly<Record<string, Partial<Record<Unit['kind'], PostRole>>>> = {
  registered: { community: 'communityWorker' },
  triaged: { subdistrict: 'subdistrictDispatcher', commandCentre: 'dispatcher' },
  reopened: { subdistrict: 'subdistrictDispatcher', commandCentre: 'dispatcher' },
  dispatched: { community: 'communityWorker', subdistrict: 'handler', department: 'handler' },
  handling: { community: 'communityWorker', subdistrict: 'handler', department: 'handler' },
  answered: { community: 'communitySecretary', subdistrict: 'verifier', commandCentre: 'verifier' },
}

/**
 * Who should act on a matter in this state: somebody of the unit that has it, when a view told which, else of the unit
 * that has it by the rules of the item. One matter stays in the same hands.
 */
export function actorsFor(
  state: string,
  plan: PlannedMatter,
  item: CatalogueItem,
  staff: Staff,
  cast: Cast,
  view?: View,
): Player | undefined {
  const unit =
    (view?.owner && view.state === state ? staff.byId.get(view.owner.id) : undefined) ??
    staff.byCode.get(expectedUnit(state, plan, item))
  const role = unit && ACTS[state]?.[unit.kind]
  return unit && role && cast.inUnit(unit.id, role, createRandom(`${plan.id}/${role}`).next())
}

/** 小事不出网格、大事不出社区: from district level on the command centre dispatches and verifies, below it the subdistrict. */
function expectedUnit(state: string, { gridCode, channel }: PlannedMatter, item: CatalogueItem): string {
  const community = gridCode.slice(0, 12)
  const subdistrict = gridCode.slice(0, 9)
  if (state === 'registered') return community
  if (state === 'dispatched' || state === 'handling') {
    if (item.leadUnitCode === 'community') return community
    return item.leadUnitCode === 'subdistrict' ? subdistrict : item.leadUnitCode
  }
  // What staff found the community looks at again, unless it handled it itself.
  if (state === 'answered' && channel === 'gridWorker' && item.leadUnitCode !== 'community') return community
  const district = item.level === 4 || item.level === 'emergency'
  // Where the subdistrict handled it itself, the command centre verifies.
  const own = state === 'answered' && item.leadUnitCode === 'subdistrict'
  return district || own ? COMMAND_CENTRE_CODE : subdistrict
}
