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

/**
 * Roles that see all that their unit has and are therefore kept in a unit of their own, which has nothing else: a mediator
 * in the command centre would read its matters, and so would a gatekeeper.
 */
export const UNIT_KIND_OF_ROLE = {
  mediator: 'mediationCommittee',
  gatekeeper: 'gateOffice',
} as const satisfies Readonly<Record<string, UnitKind>>
