import Type from 'typebox'
import { COUNTED_IN, closedObject, counted, setting, titled } from './setting.ts'

const on = titled(Type.Boolean(), '启用', 'In use')
const times = titled(counted(Type.Integer({ minimum: 1, maximum: 20 }), COUNTED_IN.times), '达到', 'At least')

export const negativeTriggers = setting({
  title: { zh: '负面清单触发条件', en: 'What opens a rectification' },
  explanation: {
    zh: '出现哪些情况时进入负面清单并立项整改。只记单位，不记个人。每件事按它提出时的规定判断。',
    en: 'What puts a unit on the negative list and opens a rectification. Units only, never persons. Each matter is judged by what held when it was raised.',
  },
  schema: closedObject({
    late: titled(
      closedObject({
        on,
        afterHours: titled(
          counted(Type.Integer({ minimum: 0, maximum: 720 }), COUNTED_IN.hours),
          '超时多久后',
          'So long after the deadline',
        ),
      }),
      '超时',
      'Late',
    ),
    reopenedTwice: titled(closedObject({ on, times }), '重办', 'Reopened'),
    dissatisfied: titled(
      closedObject({
        on,
        atMost: titled(
          counted(Type.Integer({ minimum: 1, maximum: 4 }), COUNTED_IN.points),
          '满意度不高于（满分 5 分）',
          'Satisfaction of at most (of 5 points)',
        ),
      }),
      '不满意',
      'Dissatisfied',
    ),
    refusedWhistle: titled(closedObject({ on, times }), '拒不报到', 'Refused a whistle'),
    falseClosing: titled(closedObject({ on, times }), '虚假办结', 'False closing'),
  }),
  initial: {
    late: { on: true, afterHours: 24 },
    reopenedTwice: { on: true, times: 2 },
    dissatisfied: { on: true, atMost: 2 },
    refusedWhistle: { on: true, times: 1 },
    falseClosing: { on: true, times: 1 },
  },
  permit: 'setting.change',
  reaches: 'kept',
})

export const evaluation = setting({
  title: { zh: '评价的统计口径', en: 'How evaluation counts' },
  explanation: {
    zh: '评价人太少时不显示，以保护评价的人；样本太小时注明“数量太少，不作评价”；比率附可信区间。',
    en: 'Too few raters are not shown, to protect them; small samples say “too few to say”; rates come with their interval.',
  },
  schema: closedObject({
    minimumGroup: titled(
      counted(Type.Integer({ minimum: 3, maximum: 100 }), COUNTED_IN.people),
      '最少评价人数',
      'Smallest group of raters',
    ),
    minimumSample: titled(
      counted(Type.Integer({ minimum: 1, maximum: 1000 }), COUNTED_IN.matters),
      '最小样本',
      'Smallest sample',
    ),
    confidencePercent: titled(
      counted(Type.Integer({ minimum: 80, maximum: 99 }), COUNTED_IN.perCent),
      '置信水平',
      'Confidence level',
    ),
  }),
  initial: { minimumGroup: 5, minimumSample: 30, confidencePercent: 95 },
  permit: 'setting.change',
  reaches: 'everywhere',
})

export const topic = setting({
  title: { zh: '主动治理专题', en: 'Root-cause topics' },
  explanation: {
    zh: '系统提示“某地某类事反复发生”时，允许多大比例是偶然的误报。越小越谨慎，提示也越少。',
    en: 'What share of “this keeps happening here” may be chance. The smaller, the more careful, and the fewer.',
  },
  schema: closedObject({
    falseAlarmPercent: titled(
      counted(Type.Number({ minimum: 0.1, maximum: 20 }), COUNTED_IN.perCent),
      '误报率',
      'False alarms',
    ),
  }),
  initial: { falseAlarmPercent: 5 },
  permit: 'setting.change',
  reaches: 'everywhere',
})
