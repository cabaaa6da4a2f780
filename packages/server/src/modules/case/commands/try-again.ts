import { type CaseStep, isRefusal } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import { following } from '../domain/following.ts'
import { lockRunningClock, type RunningClock } from '../queries/running-clocks.ts'
import { triedAgain } from '../store.ts'
import { saveFollowing } from './expire-clock.ts'

/** The system's own route: it is run by the clock job and answers to nobody over HTTP. */
const trying = systemRoute('case.tryAgain')

/** What follows a clock had to wait for a matter that hangs on its own; one of them has ended, so it is tried again. */
export const tryAgain = (clockId: string) =>
  command<typeof trying, RunningClock | null, NewEvent<CaseStep>>({
    route: trying,
    permit: 'case.clock',
    load: (tx, permit) => lockRunningClock(tx, permit, clockId),
    decide(state, _input, now) {
      if (!state || state.clock.firedAt === null) return []
      const moved = following(state, state.freshIds, now)
      return isRefusal(moved) ? [] : moved
    },
    async save(tx, state, [step]) {
      if (!state) return { fired: false }
      await triedAgain(tx, clockId)
      if (step) await saveFollowing(tx, state, step)
      return { fired: step !== undefined }
    },
    answer: (_tx, outcome) => outcome,
  })
