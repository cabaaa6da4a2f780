import type { Kind } from './kind.ts'
import { TASK_MOVES } from './task-moves.ts'

const days = (amount: number) => ({ amount, kind: 'workingDay' }) as const
/** No task of a decision takes longer without somebody deciding about it again. */
const LONGEST_DAYS = 366

/**
 * 决议任务: one thing to do that comes of a decision of residents or owners. It hangs on the decision, has one unit and one
 * date, and whoever put the question looks at the result. What is to be done and what was done are public.
 */
export const task: Kind = {
  kind: 'task',
  version: 1,
  name: { zh: '决议任务', en: 'Task of a decision' },
  report: {
    by: 'post',
    permit: 'case.propose',
    under: { kind: 'deliberation', states: ['inForce'] },
    public: true,
    sentence: { zh: '{unit}按决议写下了要办的事。', en: '{unit} wrote down what comes of the decision.' },
    moves: ['give'],
  },
  start: 'drafted',
  reopenWindowDays: 0,
  states: {
    drafted: {
      name: { zh: '待交办', en: 'To be given out' },
      sentence: { zh: '{owner}还没有交办。', en: '{owner} has not given it to anybody yet.' },
      tone: 'open',
      owner: 'initiator',
      clock: 'draft',
    },
    doing: {
      name: { zh: '落实中', en: 'Being done' },
      sentence: { zh: '{owner}正在落实。', en: '{owner} is doing it.' },
      tone: 'open',
      owner: 'leadUnit',
      clock: 'work',
    },
    reported: {
      name: { zh: '待确认', en: 'To be looked at' },
      sentence: { zh: '说已经办好，等{owner}确认。', en: 'It is said to be done; {owner} looks at it.' },
      tone: 'waiting',
      owner: 'initiator',
      clock: 'check',
    },
    done: {
      name: { zh: '已落实', en: 'Done' },
      sentence: { zh: '已经落实。', en: 'It is done.' },
      tone: 'closed',
    },
    cancelled: {
      name: { zh: '已取消', en: 'Cancelled' },
      sentence: { zh: '这一项取消了。', en: 'It was cancelled.' },
      tone: 'closed',
      unmet: true,
    },
  },
  clocks: {
    draft: { name: { zh: '交办时限', en: 'Giving it out' }, limit: days(5) },
    work: { name: { zh: '落实期限', en: 'Doing it' }, limit: { until: LONGEST_DAYS }, perAssignment: true },
    check: { name: { zh: '确认时限', en: 'Looking at the result' }, limit: days(5) },
  },
  onExpiry: {},
  moves: TASK_MOVES,
}
