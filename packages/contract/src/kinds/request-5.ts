import { changed } from './changed.ts'
import { DELAY } from './delay.ts'
import type { Kind } from './kind.ts'
import { request4 } from './request-4.ts'

/**
 * 诉求, version 5: whoever waits longer is told why, and whoever is sent elsewhere, where to. The reason that a unit writes when
 * it asks for more time is between units and may name somebody; whoever grants it says of which sort it is, and that is told,
 * also to those whose matter was joined with this one.
 */
export const request5: Kind = {
  ...request4,
  version: 5,
  choices: { ...request4.choices, delay: DELAY },
  moves: {
    ...request4.moves,
    ...changed(request4.moves, {
      grantExtension: {
        effect: {
          zh: '办理期限改到批准的日期，日期和原因告诉居民',
          en: 'Moves the handling deadline to the date that is granted; the resident is told date and reason',
        },
        choose: ['delay'],
        tells: ['delay'],
      },
      grantSuspension: {
        effect: {
          zh: '办理计时暂停，到期自动恢复；原因告诉居民',
          en: 'Holds the clocks; they go on by themselves at the date. The resident is told the reason',
        },
        choose: ['delay'],
        tells: ['delay'],
      },
      transfer: { tells: ['route'] },
    }),
  },
}
