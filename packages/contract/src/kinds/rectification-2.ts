import { changed } from './changed.ts'
import type { Kind } from './kind.ts'
import { rectification } from './rectification.ts'

const { confirm: _confirm, contest: _contest, lapse, report: _report, ...others } = rectification.moves

/**
 * 整改, version 2: where several complained, no first answer decides for the others. It is set right when all who complained
 * say so, or, once their time is over, more than half of them; one who says that it is not sends it back at once. Who said
 * nothing is not counted as content: short of a majority the community checks.
 */
export const rectification2: Kind = {
  ...rectification,
  version: 2,
  flags: { mended: { name: { zh: '提出人说整改好了', en: 'said to be set right' }, per: 'party' } },
  moves: {
    ...others,
    ...changed(rectification.moves, {
      report: { lower: ['mended'] },
      confirm: {
        effect: {
          zh: '提出的人都说好了就结束；还有人没说的，核查期照走',
          en: 'Ends it once all who complained say so; until then their time runs on',
        },
        sentence: {
          zh: '一位提出的居民核查过，说整改好了。',
          en: 'A resident who complained checked it and says that it is set right.',
        },
        outcomes: [{ when: { complainants: 'all', flag: 'mended' }, to: 'closed' }],
        forbids: ['mended'],
        raise: ['mended'],
        stop: [],
      },
      contest: { lower: ['mended'] },
      lapse: {
        effect: {
          zh: '过半数的提出人说好了就结束，否则由社区核查',
          en: 'Ends it where most who complained say that it is set right; else the community checks',
        },
        sentence: {
          zh: '核查期过了：过半数的提出人说好了的就此结束，不到半数的由社区核查。',
          en: 'The time to check is over: where most who complained said that it is set right it ends, else the community checks it.',
        },
        outcomes: [
          { when: { complainants: 'most', flag: 'mended' }, to: 'closed' },
          ...(lapse?.outcomes ?? []),
        ],
      },
    }),
  },
}
