import type { Static } from 'typebox'
import type { ClockKind } from '../rules/clock.ts'
import { closedObject, Limit, limitFaults, setting, titled } from './setting.ts'

const Reporting = closedObject({
  acknowledge: titled(Limit, '应答', 'Acknowledge'),
  arrive: titled(Limit, '到场', 'Arrive'),
  act: titled(Limit, '处置', 'Act'),
  arbitrate: titled(Limit, '裁决拒绝', 'Decide a refusal'),
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
    zh: '网格吹哨后，每个被叫的部门要在多久内应答、到场、处置完；部门拒绝的，区里要在多久内裁决。',
    en: 'How soon each department that a whistle calls has to acknowledge it, to be there and to have acted; and how soon the district decides where one refuses.',
  },
  schema: WhistleLimits,
  initial: {
    request: {
      ...{ acknowledge: within(4, 'workingHour'), arrive: within(2, 'workingDay') },
      ...{ act: within(5, 'workingDay'), arbitrate: within(8, 'workingHour') },
    },
    keyWork: {
      ...{ acknowledge: within(24, 'urgentHour'), arrive: within(3, 'workingDay') },
      ...{ act: within(10, 'workingDay'), arbitrate: within(8, 'workingHour') },
    },
    jointEnforcement: {
      ...{ acknowledge: within(2, 'urgentHour'), arrive: within(24, 'urgentHour') },
      ...{ act: within(3, 'workingDay'), arbitrate: within(4, 'urgentHour') },
    },
    emergency: {
      ...{ acknowledge: within(0.5, 'urgentHour'), arrive: within(0.5, 'urgentHour') },
      ...{ act: within(24, 'urgentHour'), arbitrate: within(0.5, 'urgentHour') },
    },
  },
  permit: 'setting.change',
  reaches: 'kept',
  faults: (limits) =>
    Object.entries(limits).flatMap(([cause, parts]) =>
      Object.entries(parts).flatMap(([part, limit]) => limitFaults(limit, `${cause}.${part}.amount`)),
    ),
})
