import type { DutyChanged } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { DutyLook } from '../domain/duty-look.ts'
import { lockRunningClock, type RunningClock } from '../queries/running-clocks.ts'
import { lookAgain, saveLook } from './raise-missing.ts'

/** The system's own route: it is run by the clock job and answers to nobody over HTTP. */
const looking = systemRoute('case.lookAtDuty')

/** Offices have opened or closed while a unit is called: it is looked again whether anybody there may answer. Twice is once. */
export const lookAtDutyOf = (clockId: string) =>
  command<typeof looking, (RunningClock & { readonly look: DutyLook }) | null, NewEvent<DutyChanged>>({
    route: looking,
    permit: 'case.clock',
    async load(tx, permit) {
      const found = await lockRunningClock(tx, permit, clockId)
      return found && { ...found, look: await lookAgain(tx, found.facts, found) }
    },
    decide: (state) => state?.look.events ?? [],
    async save(tx, state) {
      if (!state) return { fired: false }
      await saveLook(tx, state.facts, state, state.look)
      return { fired: true }
    },
    answer: (_tx, outcome) => outcome,
  })
