import { closedObject, Limit, limitFaults, setting, titled } from './setting.ts'

/** No regulation was found that sets a limit for the answer: ten working days are ours to start with. */
export const stationedAdvice = setting({
  title: { zh: '派驻单位意见的答复时限', en: 'Answering advice on stationed units' },
  explanation: {
    zh: '街道对派驻单位负责人写的书面意见，单位要在多久内书面答复。',
    en: 'How soon a stationed unit answers in writing what a subdistrict wrote to its head.',
  },
  schema: closedObject({ answer: titled(Limit, '书面答复', 'Answer in writing') }),
  initial: { answer: { amount: 10, kind: 'workingDay' } },
  permit: 'setting.change',
  reaches: 'kept',
  faults: ({ answer }) => limitFaults(answer, 'answer.amount'),
})
