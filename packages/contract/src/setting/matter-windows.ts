import Type from 'typebox'
import { COUNTED_IN, closedObject, counted, setting, titled } from './setting.ts'

export const reopenWindowDays = setting({
  title: { zh: '可以重新办理的天数', en: 'Days for reopening' },
  explanation: {
    zh: '办结后多少天内，反映人可以要求重新办理原来这件事；过了以后另立新件，并与原件关联。',
    en: 'For how many days after closing a requester may reopen the same matter; after that a new one is made and linked to it.',
  },
  schema: titled(
    counted(Type.Integer({ minimum: 0, maximum: 365 }), COUNTED_IN.calendarDays),
    '办结后',
    'After closing',
  ),
  initial: 15,
  permit: 'setting.change',
  reaches: 'kept',
})

const Near = closedObject({
  metres: titled(
    counted(Type.Integer({ minimum: 10, maximum: 5000 }), COUNTED_IN.metres),
    '多远以内',
    'Within a distance of',
  ),
  days: titled(
    counted(Type.Integer({ minimum: 1, maximum: 365 }), COUNTED_IN.days),
    '多久以内',
    'Within a time of',
  ),
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
