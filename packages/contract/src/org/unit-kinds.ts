/** What a unit is. */
export const UNIT_KINDS = [
  'commandCentre',
  'department',
  'subdistrict',
  'community',
  'mediationCommittee',
  'gateOffice',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Units that get what their kind of matter brings them and nothing else: nobody dispatches, calls or routes to them. */
export const CLOSED_UNIT_KINDS = ['mediationCommittee', 'gateOffice'] as const satisfies readonly UnitKind[]

export const isOpenUnit = ({ kind }: { readonly kind: UnitKind }): boolean =>
  !CLOSED_UNIT_KINDS.some((closed) => closed === kind)

type Placed = { readonly id: string; readonly kind: UnitKind; readonly parentId: string | null }

/** The command centre supervises and does not handle. */
const CALLED_KINDS: readonly UnitKind[] = ['department', 'subdistrict']

/**
 * May whoever leads a matter call this unit in beside it? Departments and offices. What a department wants of a community
 * comes through the gate alone (厅字〔2022〕28 号), and nobody hands work down the tree in this way: whoever dispatches
 * answers for that.
 */
export const mayCallIn = (leadId: string, unit: Placed, units: readonly Placed[]): boolean =>
  CALLED_KINDS.includes(unit.kind) && !isBelow(leadId, unit, units)

function isBelow(topId: string, { parentId }: Placed, units: readonly Placed[]): boolean {
  if (parentId === null || parentId === topId) return parentId === topId
  const parent = units.find(({ id }) => id === parentId)
  return parent !== undefined && isBelow(topId, parent, units)
}

/**
 * Roles that see all that their unit has and are therefore kept in a unit of their own, which has nothing else: a mediator
 * in the command centre would read its matters, and so would a gatekeeper.
 */
export const UNIT_KIND_OF_ROLE = {
  mediator: 'mediationCommittee',
  gatekeeper: 'gateOffice',
} as const satisfies Readonly<Record<string, UnitKind>>
