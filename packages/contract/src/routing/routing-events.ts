import Type, { type Static } from 'typebox'
import { At, Version } from '../schema.ts'

const Count = Type.Integer({ minimum: 0 })

/** Somebody wrote the draft of the rules anew. What it says lies in the draft. */
export const RoutingDrafted = Type.Object({ version: Version, rules: Count })
export type RoutingDrafted = Static<typeof RoutingDrafted>

/** The draft was held against the matters of a time. `otherThanNow`: would go elsewhere than by the rules in force. */
export const RoutingSimulated = Type.Object({
  version: Version,
  from: At,
  to: At,
  matters: Count,
  otherThanNow: Count,
  otherThanReally: Count,
})
export type RoutingSimulated = Static<typeof RoutingSimulated>

/** The rules got a new version. What it says lies in the version's row, which never changes. */
export const RoutingDecided = Type.Object({ version: Version, effectiveFrom: At, rules: Count })
export type RoutingDecided = Static<typeof RoutingDecided>

export const routingEvents = {
  'routing.drafted': RoutingDrafted,
  'routing.simulated': RoutingSimulated,
  'routing.decided': RoutingDecided,
} as const
