import { ROLES } from '@lianxin/contract'
import { type DemoDistrict, stableId } from '@lianxin/demo'
import type { Item } from '../../packages/server/src/modules/catalogue/index.ts'
import type { Unit } from '../../packages/server/src/modules/org/index.ts'
import type { Ground } from './imagine-case.ts'
import { idIn, placeCodeIn } from './tenant-names.ts'

/** Matters lie in this many communities, so that an inbox has something in it at ten thousand matters a district. */
const COMMUNITIES = 12
/** The database counts levels to 5; the fifth is the emergency. */
const EMERGENCY_LEVEL = 5

const itemsOf = (demo: DemoDistrict): readonly Item[] =>
  demo.catalogue.map((item) => ({
    ...{ ...item, version: 1, leadUnit: item.leadUnitCode },
    level: item.level === 'emergency' ? EMERGENCY_LEVEL : item.level,
  }))

const busyCommunities = (demo: DemoDistrict) =>
  demo.places.filter((place) => place.level === 'community').slice(0, COMMUNITIES)

/** Where a tenant's matters happen: a grid, the units and people concerned, a small item and a large one. */
export function groundsOf(demo: DemoDistrict, tenant: number): readonly Ground[] {
  // What asks nothing when it is raised, and may be raised as either kind.
  const items = itemsOf(demo).filter((item) => item.questions.length === 0 && item.kinds.length > 1)
  const smalls = items.filter((item) => item.level <= 2)
  const departments = new Map(
    demo.units.filter((unit) => unit.kind === 'department').map((unit) => [unit.code, unit]),
  )
  const larges = items.filter((item) => item.level === 4 && departments.has(item.leadUnit))
  const unitOf = (code: string): Unit => {
    const unit = demo.units.find((one) => one.code === code)
    if (!unit) throw new Error(`the district has no unit ${code}`)
    const copied = unit.code.startsWith('210105') ? placeCodeIn(tenant, unit.code) : unit.code
    return {
      ...{ ...unit, id: idIn(tenant, unit.id), code: copied, staffed: true, roles: ROLES },
      ...{
        parentId: unit.parentId && idIn(tenant, unit.parentId),
        placeCode: placeCodeIn(tenant, unit.placeCode),
      },
    }
  }
  const postOf = (code: string) => idIn(tenant, stableId('post', code))
  const centre = unitOf('commandCentre')
  return busyCommunities(demo).flatMap((community) => {
    const subdistrict = community.code.slice(0, 9)
    const grids = demo.places.filter((place) => place.parentCode === community.code)
    return grids.map((grid, index): Ground => {
      const large = larges[index % larges.length]
      const small = smalls[index % smalls.length]
      if (!large || !small) throw new Error('the catalogue has no item of the level that is needed')
      const posts = {
        gridWorker: postOf(`${grid.code}.gridWorker.1`),
        community: postOf(`${community.code}.communitySecretary.1`),
        subdistrict: postOf(`${subdistrict}.verifier.1`),
        centre: postOf('commandCentre.verifier.1'),
        department: postOf(`${large.leadUnit}.handler.1`),
      }
      return {
        communityCode: placeCodeIn(tenant, community.code),
        gridCode: placeCodeIn(tenant, grid.code),
        units: {
          ...{ community: unitOf(community.code), gridWorker: unitOf(community.code) },
          subdistrict: unitOf(subdistrict),
          ...{ centre, department: unitOf(large.leadUnit) },
        },
        ...{ posts, small, large },
      }
    })
  })
}
