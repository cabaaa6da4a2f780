import type { TSchema } from 'typebox'
import { CaseStep, ClockFired, DutyChanged, RungReached } from './case/case-events.ts'
import { ProofAsked } from './case/objection-routes.ts'
import { OPENING_ASKED, OpeningAsked } from './case/opening-events.ts'
import { ItemDecided } from './catalogue/item-events.ts'
import { echoEvents } from './echo/echo-events.ts'
import { OtpAsked } from './follow/follow-events.ts'
import { gateEvents } from './gate/gate-events.ts'
import { KINDS } from './kinds/kinds.ts'
import { POST_EVENTS } from './org/post-events.ts'
import { ratingEvents } from './rating/rating-events.ts'
import { routingEvents } from './routing/routing-events.ts'
import { SettingChanged } from './setting/setting-events.ts'
import { whistleEvents } from './whistle/whistle-events.ts'

const caseSteps = KINDS.flatMap((kind) => Object.values(kind.moves).map((move) => `case.${move.event}`))

/** Every event type and its payload: ids, codes, numbers and times, never words. */
export const EVENTS: Readonly<Record<string, TSchema>> = {
  'case.reported': CaseStep,
  ...Object.fromEntries(caseSteps.map((type) => [type, CaseStep])),
  'case.deadlinesRecomputed': CaseStep,
  'case.handedOver': CaseStep,
  'case.leftVacant': CaseStep,
  'case.takenOver': CaseStep,
  'case.actingBegun': CaseStep,
  'case.actingEnded': CaseStep,
  ...POST_EVENTS,
  'clock.fired': ClockFired,
  'clock.rungReached': RungReached,
  'unit.missing': DutyChanged,
  'unit.back': DutyChanged,
  [OPENING_ASKED]: OpeningAsked,
  'follow.otpAsked': OtpAsked,
  'proof.otpAsked': ProofAsked,
  'setting.changed': SettingChanged,
  'item.decided': ItemDecided,
  ...echoEvents,
  ...gateEvents,
  ...ratingEvents,
  ...routingEvents,
  ...whistleEvents,
}
