import { changed } from './changed.ts'
import { PLAIN } from './coordination-parts.ts'
import { supervisionMoves } from './district-moves.ts'
import type { AssignmentState, KindMove } from './kind.ts'
import { WITHOUT_IT } from './whistle-parts.ts'

/** Units that have been called and are not done. */
const CALLED: readonly AssignmentState[] = ['sent', 'signed', 'arrived', 'refused']

/** Where units are awaited or at work. */
const WHERE = ['called', 'onSite']

/** 督办与单位回避: what the district has to do with a called unit beside deciding its refusal. */
export const WHISTLE_DISTRICT_MOVES: Readonly<Record<string, KindMove>> = {
  ...changed(supervisionMoves(WHERE, WHERE), {
    supervise: {
      name: { zh: '督办一个单位', en: 'Supervise a unit' },
      effect: { zh: '被督办的单位须在时限内答复', en: 'That unit must answer within its limit' },
      sentence: { zh: '{unit}督办{about}。', en: '{unit} supervises {about}.' },
      needs: ['assignmentId', 'reason'],
      assignment: { chosen: { from: CALLED } },
    },
    // Whose turn it is says the unit's own row.
    answerSupervision: { assignment: { mine: { from: CALLED } }, rules: [] },
  }),
  recuseUnit: {
    ...PLAIN,
    aside: true,
    name: { zh: '申请单位回避', en: 'Ask to withdraw as a unit' },
    effect: { zh: '计时照走，由区里审核', en: 'The clocks go on; the district decides' },
    sentence: {
      zh: '{unit}申请回避，等区里审核；审核前仍要到场。',
      en: '{unit} asked to withdraw; until that is decided it has to come.',
    },
    permit: 'case.handle',
    from: ['called'],
    needs: ['reason'],
    assignment: { mine: { from: ['sent', 'signed'] } },
    forbids: ['recusalAsked'],
    raise: ['unitRecusal', 'recusalAsked'],
    event: 'unitRecusalAsked',
    tellsRequester: false,
  },
  grantRecusal: {
    ...PLAIN,
    name: { zh: '同意单位回避', en: 'Let the unit withdraw' },
    effect: { zh: '该单位不用来，可以另叫单位', en: 'It need not come; others can be called' },
    sentence: {
      zh: '{unit}同意{about}回避，可以另叫单位。',
      en: '{unit} let {about} withdraw; others can be called.',
    },
    permit: 'case.arbitrate',
    from: ['called'],
    outcomes: WITHOUT_IT,
    needs: ['assignmentId', 'reason'],
    assignment: { chosen: { from: ['sent', 'signed'], to: 'returned' } },
    requires: ['unitRecusal'],
    lower: ['unitRecusal', 'supervised'],
    raise: ['recusedUnit'],
    stop: ['acknowledge', 'arrive'],
    rules: ['deciderIsNotAsker'],
    event: 'unitRecused',
    tellsRequester: false,
  },
  refuseRecusal: {
    ...PLAIN,
    name: { zh: '不同意单位回避', en: 'Refuse the withdrawal' },
    effect: { zh: '仍要到场，不能再申请', en: 'It has to come and cannot ask again' },
    sentence: { zh: '{unit}不同意{about}回避。', en: '{unit} did not let {about} withdraw.' },
    permit: 'case.arbitrate',
    from: ['called', 'onSite'],
    needs: ['assignmentId', 'reason'],
    assignment: { chosen: { from: ['sent', 'signed', 'arrived'] } },
    requires: ['unitRecusal'],
    lower: ['unitRecusal'],
    rules: ['deciderIsNotAsker'],
    event: 'unitRecusalRefused',
    tellsRequester: false,
  },
}
