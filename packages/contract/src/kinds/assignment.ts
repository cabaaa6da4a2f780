import { ASSIGNMENT_MOVES } from './assignment-moves.ts'
import type { Kind } from './kind.ts'

const workingDays = (amount: number) => ({ amount, kind: 'workingDay' }) as const

/** No admission is longer than the gate lets it be, and no single task takes longer than half a year. */
const LONGEST_DAYS = 180

/**
 * 派下来的任务: what a department asks one community to do, by an admission of the burden gate (厅字〔2022〕28 号, 准入). The
 * community takes it on, does it and answers; what is off its duty list it refuses with one tap. The refusal stands unless
 * the gatekeeper decides otherwise in writing, and the silence of the gatekeeper or of the department costs the community nothing.
 */
export const assignment: Kind = {
  kind: 'assignment',
  version: 1,
  name: { zh: '派下来的任务', en: 'Assignment' },
  report: {
    by: 'post',
    permit: 'case.place',
    needs: 'admission',
    sentence: { zh: '{unit}写下了要社区办的事。', en: '{unit} wrote down what it asks of the community.' },
    moves: ['place'],
  },
  start: 'drafted',
  reopenWindowDays: 0,
  flags: {
    wanted: { name: { zh: '要求的日期', en: 'wanted by' } },
    sentBack: { name: { zh: '请过一次补充', en: 'asked for more once' } },
    overruled: { name: { zh: '书面裁定须办', en: 'must be done, decided in writing' } },
  },
  states: {
    drafted: {
      name: { zh: '待派下', en: 'To be placed' },
      sentence: { zh: '{owner}还没有派下来。', en: '{owner} has not placed it yet.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'draft',
    },
    placed: {
      name: { zh: '待承接', en: 'To be taken on' },
      sentence: { zh: '等{owner}决定接不接。', en: '{owner} decides whether to take it on.' },
      tone: 'open',
      owner: 'community',
      clock: 'take',
    },
    doing: {
      name: { zh: '办理中', en: 'Being done' },
      sentence: { zh: '{owner}正在办。', en: '{owner} is doing it.' },
      tone: 'open',
      owner: 'community',
      clock: 'work',
    },
    answered: {
      name: { zh: '待确认', en: 'Answered' },
      sentence: { zh: '社区已经回复，等{owner}确认。', en: 'The community answered; {owner} looks at it.' },
      tone: 'waiting',
      owner: 'initiator',
      clock: 'settle',
    },
    declined: {
      name: { zh: '不接，可裁定', en: 'Refused, may be decided' },
      sentence: {
        zh: '社区没有接；{owner}可以书面裁定，期满不裁定，拒绝有效。',
        en: 'The community refused it. {owner} may decide in writing; if not in time, the refusal stands.',
      },
      tone: 'waiting',
      owner: 'gate',
      clock: 'ruling',
    },
    done: {
      name: { zh: '已办结', en: 'Done' },
      sentence: { zh: '任务已经办结。', en: 'It is done.' },
      tone: 'closed',
    },
    refused: {
      name: { zh: '已拒绝', en: 'Refused' },
      sentence: {
        zh: '不在职责清单内，社区不用办。',
        en: 'It is off the duty list; the community need not do it.',
      },
      tone: 'closed',
    },
    takenBack: {
      name: { zh: '已收回', en: 'Taken back' },
      sentence: { zh: '部门收回了任务。', en: 'The department took it back.' },
      tone: 'closed',
    },
  },
  clocks: {
    draft: { name: { zh: '派下时限', en: 'Placing it' }, limit: workingDays(5) },
    take: { name: { zh: '承接时限', en: 'Taking it on' }, limit: workingDays(2) },
    work: { name: { zh: '办理期限', en: 'Doing it' }, limit: { until: LONGEST_DAYS }, perAssignment: true },
    settle: { name: { zh: '确认时限', en: 'Looking at the answer' }, limit: workingDays(3) },
    ruling: { name: { zh: '裁定时限', en: 'Deciding on the refusal' }, limit: workingDays(3) },
  },
  onExpiry: { settle: 'settle', ruling: 'stand' },
  moves: ASSIGNMENT_MOVES,
}
