import Type from 'typebox'
import { closedObject, setting, titled } from './setting.ts'

export const reopenWindowDays = setting({
  title: { zh: '可以重新办理的天数', en: 'Days for reopening' },
  explanation: {
    zh: '办结后多少天内，反映人可以要求重新办理原来这件事；过了以后另立新件，并与原件关联。',
    en: 'For how many days after closing a requester may reopen the same matter; after that a new one is made and linked to it.',
  },
  schema: titled(Type.Integer({ minimum: 0, maximum: 365 }), '天数（自然日）', 'Days (calendar days)'),
  initial: 15,
  permit: 'setting.change',
  reaches: 'kept',
})

const Near = closedObject({
  metres: titled(Type.Integer({ minimum: 10, maximum: 5000 }), '多少米以内', 'Within metres'),
  days: titled(Type.Integer({ minimum: 1, maximum: 365 }), '多少天以内', 'Within days'),
})

export const mergeRadius = setting({
  title: { zh: '可能重复的范围', en: 'What may be the same matter' },
  explanation: {
    zh: '上报前提示“附近已有人反映”的范围：对居民窄一些，对工作人员宽一些。',
    en: 'How near in place and time “already raised nearby” is shown before filing: narrower for residents, wider for staff.',
  },
  schema: closedObject({
    public: titled(Near, '对居民', 'For residents'),
    staff: titled(Near, '对工作人员', 'For staff'),
  }),
  initial: { public: { metres: 250, days: 30 }, staff: { metres: 1000, days: 90 } },
  permit: 'setting.change',
  reaches: 'everywhere',
})
