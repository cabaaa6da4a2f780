import { changed } from './changed.ts'
import { PLAIN } from './coordination-parts.ts'
import { deliberation } from './deliberation.ts'
import type { Kind, KindMove } from './kind.ts'

const calendarDays = (amount: number) => ({ amount, kind: 'calendarDay' }) as const
const FREE_MOVES = ['recordObjection', 'answerObjection']

const { flags: _flags, choices = {}, clocks, states, moves, ...as } = deliberation
const { objection: _objection, ...kept } = clocks
const { resolved: _resolved, ...before } = states

const PUBLIC = { public: true } as const
const inForce = [{ to: 'inForce' }] as const

/** What follows once the decision stands, and taking it back because an objection was right. */
const AFTERWARDS: Readonly<Record<string, KindMove>> = {
  ...changed(moves, {
    stand: { forbids: [], rules: ['childrenClosed'], outcomes: inForce },
    declare: {
      forbids: [],
      rules: ['initiatorUnit', 'stateTimeOver', 'childrenClosed'],
      outcomes: inForce,
    },
  }),
  revoke: {
    ...PLAIN,
    aside: true,
    public: true,
    name: { zh: '采纳异议，撤回决议', en: 'Take the decision back' },
    effect: { zh: '决议不生效，理由公开', en: 'It does not stand; the reason is published' },
    sentence: { zh: '{unit}采纳了异议，撤回决议。', en: '{unit} took the decision back after an objection.' },
    permit: 'case.propose',
    from: ['published'],
    outcomes: [{ to: 'revoked' }],
    needs: ['words'],
    stop: ['publication'],
    rules: ['initiatorUnit'],
    event: 'resolutionRevoked',
    tellsRequester: false,
  },
  conclude: {
    ...PLAIN,
    public: true,
    name: { zh: '公开实施结果', en: 'Publish what came of it' },
    effect: {
      zh: '交办的事都办完了才可以；结果公示七天',
      en: 'Only once its tasks are done; the result is published for seven days',
    },
    sentence: { zh: '{unit}公开了实施结果。', en: '{unit} published what came of it.' },
    permit: 'case.propose',
    from: ['inForce'],
    outcomes: [{ to: 'resultPublished' }],
    needs: ['words'],
    may: ['fileIds'],
    stop: ['carryOut'],
    rules: ['initiatorUnit', 'childrenClosed'],
    event: 'resolutionConcluded',
    tellsRequester: false,
  },
  end: {
    ...PLAIN,
    name: { zh: '结果公示期满', en: 'Publication of the result over' },
    effect: { zh: '这件事办结', en: 'Closes it' },
    sentence: { zh: '实施结果公示期满。', en: 'The publication of the result is over.' },
    permit: 'case.clock',
    from: ['resultPublished'],
    outcomes: [{ to: 'carriedOut' }],
    stop: ['result'],
    event: 'resolutionEnded',
    tellsRequester: false,
  },
}

/**
 * The same with its page for everybody (两公开: the decision and what came of it). An objection is a matter of its own that
 * hangs on this one, so that each has an owner and a deadline and is answered in writing before the decision stands; and so
 * is each task that comes of it.
 */
export const deliberation2: Kind = {
  ...as,
  version: 2,
  report: { ...as.report, public: true },
  choices,
  states: {
    ...before,
    ...changed(states, {
      ...{ noticed: PUBLIC, voting: PUBLIC, votingSpecial: PUBLIC, published: PUBLIC, failed: PUBLIC },
    }),
    inForce: {
      name: { zh: '决议生效，落实中', en: 'In force, being carried out' },
      sentence: {
        zh: '公示期满，决议生效，{owner}正在落实。',
        en: 'The decision stands; {owner} carries it out.',
      },
      tone: 'open',
      owner: 'initiator',
      clock: 'carryOut',
      public: true,
    },
    resultPublished: {
      name: { zh: '公开结果', en: 'Result published' },
      sentence: { zh: '已经落实，实施结果正在公示。', en: 'It is carried out and the result is published.' },
      tone: 'waiting',
      owner: 'initiator',
      clock: 'result',
      public: true,
    },
    carriedOut: {
      name: { zh: '已落实', en: 'Carried out' },
      sentence: {
        zh: '决议已经落实，结果已经公开。',
        en: 'The decision is carried out and its result published.',
      },
      tone: 'closed',
      public: true,
    },
    revoked: {
      name: { zh: '已撤回', en: 'Taken back' },
      sentence: { zh: '采纳了异议，决议撤回。', en: 'An objection was right; the decision was taken back.' },
      tone: 'closed',
      unmet: true,
      public: true,
    },
  },
  clocks: {
    ...kept,
    carryOut: { name: { zh: '落实时限', en: 'Carrying it out' }, limit: calendarDays(180) },
    result: {
      name: { zh: '结果公示期', en: 'Publication of the result' },
      limit: calendarDays(7),
      atLeast: 7,
    },
  },
  onExpiry: { ...as.onExpiry, result: 'end' },
  moves: {
    ...Object.fromEntries(Object.entries(moves).filter(([name]) => !FREE_MOVES.includes(name))),
    ...changed(moves, { decide: PUBLIC, count: PUBLIC, countSpecial: PUBLIC }),
    ...AFTERWARDS,
  },
}
