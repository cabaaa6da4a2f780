import { PLAIN } from './coordination-parts.ts'
import type { KindMove } from './kind.ts'
import { AWAITED } from './whistle-parts.ts'

/** 到场与联合处置: attested by both sides, written down together, done by each. */
export const WHISTLE_ARRIVAL_MOVES: Readonly<Record<string, KindMove>> = {
  arrive: {
    ...PLAIN,
    name: { zh: '确认到场', en: 'Confirm arrival' },
    effect: {
      zh: '输入对方出示的六位码；到场计时停止',
      en: 'Enter the six digits the other side shows; stops the clock',
    },
    sentence: { zh: '{about}到场，双方已确认。', en: '{about} is there; both sides confirmed it.' },
    permit: 'case.attest',
    from: ['called'],
    outcomes: [{ when: { none: AWAITED }, to: 'onSite' }],
    needs: ['arrivalCode'],
    assignment: { byCode: { from: ['sent', 'signed'], to: 'arrived' } },
    stop: ['acknowledge', 'arrive'],
    start: ['act'],
    event: 'arrived',
    tellsRequester: false,
  },
  record: {
    ...PLAIN,
    name: { zh: '记联合处置', en: 'Write down what was done' },
    effect: { zh: '计时不变', en: 'No change to the clocks' },
    sentence: { zh: '{unit}记下联合处置情况。', en: '{unit} wrote down what was done together.' },
    permit: 'case.attest',
    from: ['called', 'onSite'],
    needs: ['words'],
    may: ['fileIds'],
    event: 'jointActionRecorded',
    tellsRequester: false,
  },
  finish: {
    ...PLAIN,
    name: { zh: '本单位完成', en: 'Our part is done' },
    effect: {
      zh: '处置计时停止；都完成后由吹哨单位确认',
      en: 'Stops the clock; the caller confirms when all are done',
    },
    sentence: { zh: '{unit}完成了自己的部分。', en: '{unit} has done its part.' },
    permit: 'case.answerCall',
    from: ['called', 'onSite'],
    outcomes: [{ when: { assignments: 'allDone' }, to: 'finished' }],
    needs: ['words'],
    may: ['fileIds'],
    assignment: { mine: { from: ['arrived'], to: 'done' } },
    stop: ['act'],
    event: 'partFinished',
    tellsRequester: false,
  },
}
