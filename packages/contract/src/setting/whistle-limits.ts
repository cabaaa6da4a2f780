import type { Static } from 'typebox'
import type { ClockKind } from '../rules/clock.ts'
import { closedObject, Limit, limitFaults, setting, titled } from './setting.ts'

const Reporting = closedObject({
  acknowledge: titled(Limit, '应答', 'Acknowledge'),
  arrive: titled(Limit, '到场', 'Arrive'),
})
const WhistleLimits = closedObject({
  request: titled(Reporting, '群众诉求', 'Residents’ requests'),
  keyWork: titled(Reporting, '重点工作', 'Key work'),
  jointEnforcement: titled(Reporting, '综合执法', 'Joint enforcement'),
  emergency: titled(Reporting, '应急处置', 'Emergency'),
})
export type WhistleLimits = Static<typeof WhistleLimits>

const within = (amount: number, kind: ClockKind) => ({ amount, kind })

/** No regulation was found that sets these: they are ours to start with, and each district's to decide. */
export const whistleLimits = setting({
  title: { zh: '吹哨报到时限', en: 'Limits of a whistle' },
  explanation: {
    zh: '网格吹哨后，每个被叫的部门要在多久内应答、多久内到场。',
    en: 'How soon each department that a whistle calls has to acknowledge it, and to be there.',
  },
  schema: WhistleLimits,
  initial: {
    request: { acknowledge: within(4, 'workingHour'), arrive: within(2, 'workingDay') },
    keyWork: { acknowledge: within(24, 'urgentHour'), arrive: within(3, 'workingDay') },
    jointEnforcement: { acknowledge: within(2, 'urgentHour'), arrive: within(24, 'urgentHour') },
    emergency: { acknowledge: within(0.5, 'urgentHour'), arrive: within(0.5, 'urgentHour') },
  },
  permit: 'setting.change',
  reaches: 'kept',
  faults: (limits) =>
    Object.entries(limits).flatMap(([cause, { acknowledge, arrive }]) => [
      ...limitFaults(acknowledge, `${cause}.acknowledge.amount`),
      ...limitFaults(arrive, `${cause}.arrive.amount`),
    ]),
})
