import type { KindChoice } from './kind.ts'

/** Of which sort the reason is why somebody waits longer: told, where the words themselves stay between units. */
export const DELAY: KindChoice = {
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
