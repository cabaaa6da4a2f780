import { changed } from './changed.ts'
import type { Kind } from './kind.ts'
import { rectification2 } from './rectification-2.ts'

const { plan: _plan, ...others } = rectification2.moves

/**
 * 整改, version 3: beside its words the unit says of which sort its measure is. The sort is what everybody may read on the
 * page of the unit; the words, which may name somebody, stay with those who complained and those who check.
 */
export const rectification3: Kind = {
  ...rectification2,
  version: 3,
  choices: {
    ...rectification2.choices,
    measure: {
      name: { zh: '哪一类措施（对外公开）', en: 'What sort of measure (public)' },
      options: {
        repair: { zh: '修好或者更换设施', en: 'Repair or replace something' },
        staffing: { zh: '增加人手、调整排班', en: 'More people or other hours' },
        process: { zh: '改办事的流程', en: 'Change how it is done' },
        rounds: { zh: '定期巡查、清理', en: 'Regular rounds or cleaning' },
        together: { zh: '和别的单位一起解决', en: 'Settle it together with another unit' },
        answer: { zh: '上门说明、重新答复', en: 'Explain and answer anew' },
        training: { zh: '培训、带教', en: 'Training' },
        other: { zh: '其他措施', en: 'Something else' },
      },
    },
  },
  moves: { ...others, ...changed(rectification2.moves, { plan: { choose: ['measure'] } }) },
}
