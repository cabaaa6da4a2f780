import { changed } from './changed.ts'
import type { Kind, KindChoice } from './kind.ts'
import { request4 } from './request-4.ts'

const DELAY: KindChoice = {
  name: { zh: '原因', en: 'Reason' },
  options: {
    material: { zh: '等配件、材料', en: 'Parts or materials are awaited' },
    weather: { zh: '等天气、季节', en: 'The weather or the season has to allow it' },
    access: { zh: '等约好上门、进场', en: 'Access has to be arranged' },
    another: { zh: '等别的单位或者审批', en: 'Another unit or a permit is awaited' },
    funds: { zh: '等资金落实', en: 'The money has to be found' },
    scale: { zh: '工程大，要分步做', en: 'It is a large job, done in steps' },
    enquiry: { zh: '情况复杂，要先查清', en: 'It has to be looked into first' },
  },
}

/**
 * 诉求, version 5: whoever waits longer is told why, and whoever is sent elsewhere, where to. The reason that a unit writes when
 * it asks for more time is between units and may name somebody; whoever grants it says of which sort it is, and that is told,
 * also to those whose matter was joined with this one.
 */
export const request5: Kind = {
  ...request4,
  version: 5,
  choices: { ...request4.choices, delay: DELAY },
  moves: {
    ...request4.moves,
    ...changed(request4.moves, {
      grantExtension: {
        effect: {
          zh: '办理期限改到批准的日期，日期和原因告诉居民',
          en: 'Moves the handling deadline to the date that is granted; the resident is told date and reason',
        },
        choose: ['delay'],
        tells: ['delay'],
      },
      grantSuspension: {
        effect: {
          zh: '办理计时暂停，到期自动恢复；原因告诉居民',
          en: 'Holds the clocks; they go on by themselves at the date. The resident is told the reason',
        },
        choose: ['delay'],
        tells: ['delay'],
      },
      transfer: { tells: ['route'] },
    }),
  },
}
