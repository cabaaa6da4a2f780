import { GATE_PROCESS } from '../gate/gate-process.ts'
import { closedObject, Limit, limitFaults, setting, titled } from './setting.ts'

export const gateLimits = setting({
  title: { zh: '准入时限', en: 'Limits at the burden gate' },
  explanation: {
    zh: '部门提交准入申请后，准入管理员多久内决定；准入后，社区多久内答复。社区到期不答复，不算同意。已经在计时的申请，期限不变。',
    en: 'How soon the gatekeeper decides on a request, and then how long communities have to answer. A community that does not answer has not agreed. Requests whose time is already running keep their deadline.',
  },
  schema: closedObject({
    decision: titled(Limit, '准入决定', 'The gatekeeper’s decision'),
    answer: titled(Limit, '社区答复', 'The communities’ answer'),
  }),
  initial: GATE_PROCESS.clocks,
  permit: 'setting.change',
  reaches: 'everywhere',
  faults: ({ decision, answer }) => [
    ...limitFaults(decision, 'decision.amount'),
    ...limitFaults(answer, 'answer.amount'),
  ],
})
