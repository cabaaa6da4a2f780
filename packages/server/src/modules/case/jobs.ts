import { DAY_MS, HOUR_MS, MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import type { World } from '../../kernel/ports.ts'
import { orPutAside } from '../../kernel/put-aside.ts'
import { runCommand } from '../../kernel/run-command.ts'
import { ownCall, runDue } from '../../kernel/run-due.ts'
import { sideBySide } from '../../kernel/side-by-side.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import { expireClock } from './commands/expire-clock.ts'
import { handOver } from './commands/hand-over.ts'
import { lookAtDutyOf } from './commands/look-at-duty.ts'
import { openCase, waitingOpenings } from './commands/open-case.ts'
import { reachRung } from './commands/reach-rung.ts'
import { casesByCalendar, recomputeCase } from './commands/recompute-case.ts'
import { tryAgain } from './commands/try-again.ts'
import { postponeHandover, untoldHandovers } from './handover-store.ts'
import { forgetProofs } from './proof-store.ts'
import { loadCalendar } from './queries/load-calendar.ts'
import { type DueMoment, dueMoments } from './queries/running-clocks.ts'
import { addHolidayYear, type HolidayYear, postponeClock, postponeOpening } from './store.ts'

const LOOK_MS = MINUTE_MS
const EVERY_MS = 1_000
const BATCH = 50
/** One that waits for its matter or for the disk holds up none of the others that are due at the same moment. */
const AT_ONCE = 4
const AFTER_FAULT_MS = 10 * MINUTE_MS
const ACTOR = systemActor('case.clocks')

/** Fires clocks that have run out, reached a rung or run past an hour at which offices open or close, one short transaction each, so that a burst never blocks reports. */
export const clockJob: Job = {
  name: 'case.clocks',
  everyMs: EVERY_MS,
  waiting: 'clocks_waiting',
  async run(world, tenant) {
    const due = await inTenant(world, tenant, ACTOR, (tx) => dueMoments(tx, BATCH))
    let fired = 0
    await sideBySide(due, AT_ONCE, async (moment) => {
      if (await fire(world, tenant, moment)) fired += 1
    })
    return fired
  },
}

/**
 * Takes in holidays that a new version of the house knows, and computes deadlines again when the calendar has changed since
 * this process looked last: by a year that was published, or by what the district decided for one.
 */
export function calendarJob(published: readonly HolidayYear[]): Job {
  const seen = new Map<number, string>()
  return {
    name: 'case.calendar',
    everyMs: LOOK_MS,
    async run(world, tenant) {
      const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(world, tenant, ACTOR, work)
      const isNew = !seen.has(tenant)
      const { version } = await inside(async (tx) => {
        if (isNew) for (const year of published) await addHolidayYear(tx, year)
        return loadCalendar(tx)
      })
      if (seen.get(tenant) === version) return 0
      for (const caseId of await inside(casesByCalendar))
        await runCommand(world, recomputeCase(caseId), ownCall(tenant, ACTOR))
      seen.set(tenant, version)
      return 0
    },
  }
}

/** Opens what other modules asked for, one short transaction each. What cannot be opened is told in the log and tried again later. */
export const openingJob: Job = {
  name: 'case.openings',
  everyMs: EVERY_MS,
  waiting: 'openings_waiting',
  run: (world, tenant) =>
    runDue(world, tenant, ACTOR, {
      find: (tx) => waitingOpenings(tx, BATCH),
      run: (caseId, call) => runCommand(world, openCase(caseId), call),
      about: (caseId) => ({ caseId }),
      sentence: 'a matter that was asked for could not be opened',
      postpone: postponeOpening,
    }),
}

/** Tells each matter of a post that changed hands, one short transaction each. */
export const handoverJob: Job = {
  name: 'case.handovers',
  everyMs: EVERY_MS,
  waiting: 'handovers_waiting',
  run: (world, tenant) =>
    runDue(world, tenant, ACTOR, {
      find: (tx) => untoldHandovers(tx, BATCH),
      run: (one, call) => runCommand(world, handOver(one), call),
      about: ({ caseId }) => ({ caseId }),
      sentence: 'a matter could not be handed over',
      postpone: postponeHandover,
    }),
}

/** Numbers that somebody proved to object with are nobody's business after a day (PIPL 19). */
export const forgetProofsJob: Job = {
  name: 'case.forgetProofs',
  everyMs: HOUR_MS,
  run: (world, tenant) => inTenant(world, tenant, ACTOR, (tx) => forgetProofs(tx, tx.now - DAY_MS)),
}

async function fire(world: World, tenant: number, { clockId, at }: DueMoment): Promise<boolean> {
  const call = ownCall(tenant, ACTOR)
  const moment = () => {
    if (at === 'rung') return runCommand(world, reachRung(clockId), call)
    if (at === 'again') return runCommand(world, tryAgain(clockId), call)
    if (at === 'duty') return runCommand(world, lookAtDutyOf(clockId), call)
    return runCommand(world, expireClock(clockId), call)
  }
  const answer = await orPutAside(world, moment, {
    about: { clockId },
    sentence: 'a clock could not be fired and is put aside',
    postpone: () =>
      inTenant(world, tenant, ACTOR, (tx) => postponeClock(tx, clockId, tx.now + AFTER_FAULT_MS)),
  })
  return (answer as { fired: boolean } | undefined)?.fired ?? false
}
