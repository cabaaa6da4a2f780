import type { ClockLimit, Kind, KindClock } from './kind.ts'
import { WHISTLE_ARRIVAL_MOVES } from './whistle-arrival-moves.ts'
import { WHISTLE_CALL_MOVES } from './whistle-call-moves.ts'
import { WHISTLE_END_MOVES } from './whistle-end-moves.ts'

const within = (kind: ClockLimit['kind'], amount: number): ClockLimit => ({ amount, kind })

/** A limit for each cause, of each called unit. */
const byCause = (
  zh: string,
  en: string,
  [request, keyWork, jointEnforcement, emergency]: readonly [ClockLimit, ClockLimit, ClockLimit, ClockLimit],
  part?: string,
): KindClock => ({
  name: { zh, en },
  limit: { choice: 'cause', of: { request, keyWork, jointEnforcement, emergency } },
  perAssignment: true,
  ...(part ? { decidedBy: { setting: 'whistleLimits', part } } : {}),
})

/**
 * 网格吹哨、部门报到: a grid worker, a community or a subdistrict calls departments to a place. The four causes are those of
 * 北京市街道办事处条例 art. 5; no regulation was found that sets the limits, so they are ours to start with and each
 * district's to decide. Each department has its own clocks for answering and for being there. Arrival is attested by both
 * sides with a short code, and no position is asked for or kept. A refusal names an entry of a duty list and is decided by
 * the district (art. 44: refusals are looked into). In the end both sides rate each other (北京市接诉即办工作条例 art. 33).
 */
export const whistle: Kind = {
  kind: 'whistle',
  version: 1,
  name: { zh: '吹哨', en: 'Whistle' },
  report: {
    by: 'post',
    permit: 'case.blow',
    sentence: { zh: '{unit}准备吹哨。', en: '{unit} prepared a whistle.' },
    moves: ['blow'],
  },
  start: 'prepared',
  reopenWindowDays: 0,
  choices: {
    cause: {
      name: { zh: '为了什么', en: 'Cause' },
      options: {
        request: { zh: '群众诉求', en: 'Residents’ request' },
        keyWork: { zh: '重点工作', en: 'Key work' },
        jointEnforcement: { zh: '综合执法', en: 'Joint enforcement' },
        emergency: { zh: '应急处置', en: 'Emergency' },
      },
    },
  },
  scores: {
    attitude: { zh: '态度', en: 'Attitude' },
    style: { zh: '作风', en: 'Way of working' },
    effect: { zh: '成效', en: 'Effect' },
    needed: { zh: '该不该吹', en: 'Called with reason' },
    clear: { zh: '说得清不清楚', en: 'Said clearly what is needed' },
    together: { zh: '配合到不到位', en: 'Worked together on the spot' },
  },
  assignmentNames: {
    sent: { zh: '已呼叫', en: 'Called' },
    signed: { zh: '已应答', en: 'Answered' },
    arrived: { zh: '已到场', en: 'On site' },
    done: { zh: '已完成', en: 'Done' },
    refused: { zh: '拒绝，待裁', en: 'Refused, to be decided' },
    returned: { zh: '不用来了', en: 'Not needed' },
  },
  flags: {
    refusal: {
      name: { zh: '拒绝报到', en: 'refusal to come' },
      asks: { owner: 'district', clock: 'arbitrate' },
      per: 'unit',
    },
    overruled: { name: { zh: '裁定必须到场', en: 'must come' }, per: 'unit' },
    upheld: { name: { zh: '拒绝成立', en: 'refusal upheld' }, per: 'unit' },
    absent: { name: { zh: '到时没有来', en: 'did not come in time' }, per: 'unit' },
    unitRated: { name: { zh: '吹哨方已评价', en: 'rated by the caller' }, per: 'unit' },
    callRated: { name: { zh: '部门已评价', en: 'has rated the caller' }, per: 'unit' },
  },
  states: {
    prepared: {
      name: { zh: '待吹哨', en: 'To be called' },
      sentence: { zh: '{owner}正在选要叫的部门。', en: '{owner} is choosing whom to call.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'prepare',
    },
    called: {
      name: { zh: '已吹哨', en: 'Called' },
      sentence: {
        zh: '{owner}已吹哨，等部门应答、到场。',
        en: '{owner} called; departments answer and come.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'acknowledge',
    },
    onSite: {
      name: { zh: '部门在场', en: 'On site' },
      sentence: {
        zh: '被叫的部门都到了，正在联合处置。',
        en: 'All who were called are there and act together.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'act',
    },
    finished: {
      name: { zh: '待确认', en: 'To be confirmed' },
      sentence: { zh: '部门都做完了，等{owner}确认。', en: 'All have done their part; {owner} confirms it.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'confirm',
    },
    rating: {
      name: { zh: '双向评价', en: 'Rating each other' },
      sentence: { zh: '事情已经解决，双方正在互相评价。', en: 'It is settled; both sides rate each other.' },
      tone: 'waiting',
      owner: 'initiator',
      clock: 'rate',
    },
    closed: {
      name: { zh: '已办结', en: 'Closed' },
      sentence: { zh: '已经解决，双方评价结束。', en: 'It is settled, and the rating is over.' },
      tone: 'closed',
    },
    calledOff: {
      name: { zh: '已收哨', en: 'Called off' },
      sentence: { zh: '已收哨，没有部门到场。', en: 'It was called off before anybody came.' },
      tone: 'closed',
    },
  },
  clocks: {
    prepare: { name: { zh: '选部门时限', en: 'Choosing whom to call' }, limit: within('workingDay', 1) },
    acknowledge: byCause(
      '应答时限',
      'Answering',
      [
        within('workingHour', 4),
        within('urgentHour', 24),
        within('urgentHour', 2),
        within('urgentHour', 0.5),
      ],
      'acknowledge',
    ),
    arrive: byCause(
      '到场时限',
      'Being there',
      [within('workingDay', 2), within('workingDay', 3), within('urgentHour', 24), within('urgentHour', 0.5)],
      'arrive',
    ),
    act: byCause('处置时限', 'Acting', [
      within('workingDay', 5),
      within('workingDay', 10),
      within('workingDay', 3),
      within('urgentHour', 24),
    ]),
    arbitrate: {
      name: { zh: '裁决时限', en: 'Deciding a refusal' },
      limit: {
        choice: 'cause',
        of: {
          request: within('workingHour', 8),
          keyWork: within('workingHour', 8),
          jointEnforcement: within('urgentHour', 4),
          emergency: within('urgentHour', 0.5),
        },
      },
    },
    confirm: { name: { zh: '确认时限', en: 'Confirming' }, limit: within('workingDay', 2) },
    rate: { name: { zh: '互评时限', en: 'Rating' }, limit: within('workingDay', 5) },
  },
  onExpiry: { rate: 'endRating' },
  moves: { ...WHISTLE_CALL_MOVES, ...WHISTLE_ARRIVAL_MOVES, ...WHISTLE_END_MOVES },
}
