import type { RoutingRule } from '@lianxin/contract'

/** A unit as far as a rule is concerned. */
export type Routable = {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly placeCode: string
}

/** `missing`: words of the rule for which there is no unit at the place. Nothing steps in for them in silence. */
export type Resolved<U extends Routable> = {
  readonly lead: U | null
  readonly coHandlers: readonly U[]
  readonly missing: readonly string[]
}

/** The units that a rule or the catalogue names, for a matter of a community. A unit named twice is one. */
export function resolveUnits<U extends Routable>(
  to: Pick<RoutingRule, 'lead' | 'coHandlers'>,
  units: readonly U[],
  communityCode: string,
): Resolved<U> {
  const find = (word: string) => units.find((unit) => isMeant(unit, word, communityCode))
  const lead = find(to.lead) ?? null
  const others = to.coHandlers.map((word) => ({ word, unit: find(word) }))
  const coHandlers = others.flatMap(({ unit }) => (unit && unit.id !== lead?.id ? [unit] : []))
  return {
    lead,
    coHandlers: coHandlers.filter(
      (unit, place) => coHandlers.findIndex(({ id }) => id === unit.id) === place,
    ),
    missing: [...(lead ? [] : [to.lead]), ...others.flatMap(({ word, unit }) => (unit ? [] : [word]))],
  }
}

const isMeant = (unit: Routable, word: string, communityCode: string): boolean =>
  unit.code === word ||
  (unit.kind === word && unit.kind !== 'department' && communityCode.startsWith(unit.placeCode))
