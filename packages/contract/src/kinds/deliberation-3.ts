import type { Bilingual } from '../schema.ts'
import { deliberation2 } from './deliberation-2.ts'
import type { Kind, KindMove, KindState } from './kind.ts'

const { states, moves, ...as } = deliberation2
const { published, ...before } = states
const { declare: _declare, ...steps } = moves

const notPassed = (why: Bilingual, sentence: Bilingual): KindState => ({
  name: { zh: `没有通过：${why.zh}`, en: `Not passed: ${why.en}` },
  sentence,
  tone: 'closed',
  unmet: true,
  public: true,
})

/** A count whose result says by what it fell short. */
const counted = (name: string): Readonly<Record<string, KindMove>> => {
  const move = moves[name]
  const vote = move?.vote
  if (!move || !vote) return {}
  return {
    [name]: {
      ...move,
      outcomes: [
        ...move.outcomes.filter(({ when }) => when && 'is' in when && when.is === 'passed'),
        { when: { vote, short: 'attendance' }, to: 'failedAttendance' },
        { when: { vote, short: 'heads' }, to: 'failedHeads' },
        // Residents and party members are counted by heads alone.
        ...(name.startsWith('count')
          ? ([
              { when: { vote, short: 'area' }, to: 'failedArea' },
              { when: { vote, short: 'both' }, to: 'failed' },
            ] as const)
          : []),
      ],
    },
  }
}

/**
 * The same, saying in its state how a vote ended: passed, or by what it fell short. Nobody declares the decision in force:
 * the clock does, when the publication is over and no objection is unanswered, or as soon as the last of them is answered.
 */
export const deliberation3: Kind = {
  ...as,
  version: 3,
  states: {
    ...before,
    ...(published && {
      published: {
        ...published,
        name: { zh: '通过，公示中', en: 'Passed, published' },
        sentence: {
          zh: '通过了，正在公示，有异议可以提；期满且异议都答复了，自动生效。',
          en: 'It passed and is published; objections can be raised. It comes into force by itself when the time is over and every objection is answered.',
        },
      },
    }),
    failedAttendance: notPassed(
      { zh: '参加的不够', en: 'too few took part' },
      { zh: '参加的没有达到规定的比例，没有通过。', en: 'Too few took part, so it did not pass.' },
    ),
    failedHeads: notPassed(
      { zh: '同意人数不够', en: 'too few heads in favour' },
      {
        zh: '同意的人数没有达到规定的比例，没有通过。',
        en: 'Too few heads were in favour, so it did not pass.',
      },
    ),
    failedArea: notPassed(
      { zh: '同意面积不够', en: 'too little area in favour' },
      {
        zh: '同意的人数达到了，面积没有达到规定的比例，没有通过。',
        en: 'Enough heads were in favour, but too little floor area, so it did not pass.',
      },
    ),
    failed: notPassed(
      { zh: '同意的人数和面积都不够', en: 'too few heads and too little area' },
      {
        zh: '同意的人数和面积都没有达到规定的比例，没有通过。',
        en: 'Too few heads and too little floor area were in favour, so it did not pass.',
      },
    ),
  },
  moves: {
    ...steps,
    ...counted('review'),
    ...counted('decide'),
    ...counted('count'),
    ...counted('countSpecial'),
  },
}
