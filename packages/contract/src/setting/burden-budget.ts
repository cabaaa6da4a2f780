import Type from 'typebox'
import { COUNTED_IN, closedObject, counted, setting, titled } from './setting.ts'

/** No regulation was found that sets a budget of minutes: 300 a month, five hours of each grid, are ours to start with. */
export const burdenBudget = setting({
  title: { zh: '网格负担分钟预算', en: 'Budget of burden minutes' },
  explanation: {
    zh: '部门的要求每个月最多占一个网格多少分钟。准入时按每个网格、每个月算：会超出预算的，要写明理由才能准入；预算和每个网格的分钟数一起公布。',
    en: 'How many minutes of each grid the demands of departments may take in a month. The gate counts by grid and month: what would go beyond passes only with a written reason. The budget is published beside every grid’s minutes.',
  },
  schema: closedObject({
    minutesOfGrid: titled(
      counted(Type.Integer({ minimum: 10, maximum: 6000 }), COUNTED_IN.minutes),
      '每个网格每月',
      'Each grid, each month',
    ),
  }),
  initial: { minutesOfGrid: 300 },
  permit: 'setting.change',
  reaches: 'everywhere',
})
