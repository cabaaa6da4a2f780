import { changed } from './changed.ts'
import { COORDINATION_FLAGS } from './coordination.ts'
import type { ClockLimit, Kind, KindClock } from './kind.ts'
import { whistle2 } from './whistle-2.ts'
import { WHISTLE_DISTRICT_MOVES } from './whistle-district-moves.ts'

const { clocks, flags, moves } = whistle2

/** As quickly as the whistle itself is answered. */
const byCause = (zh: string, en: string): KindClock => ({
  name: { zh, en },
  laddered: true,
  limit: {
    choice: 'cause',
    of: {
      request: hours(8, 'workingHour'),
      keyWork: hours(8, 'workingHour'),
      jointEnforcement: hours(4, 'urgentHour'),
      emergency: hours(0.5, 'urgentHour'),
    },
  },
})
const hours = (amount: number, kind: ClockLimit['kind']): ClockLimit => ({ amount, kind })

const leaves = (name: string) => ({ lower: [...(moves[name]?.lower ?? []), 'unitRecusal', 'supervised'] })
const notWithdrawn = (name: string) => ({ rules: [...(moves[name]?.rules ?? []), 'noRecusedUnit' as const] })

/**
 * 吹哨, version 3: the district asks a called unit back, and one with an interest of its own in the matter asks to stay away. A duty
 * list says nothing of that, so it is no refusal: the district decides it all the same, and another unit can be called.
 */
export const whistle3: Kind = {
  ...whistle2,
  version: 3,
  clocks: {
    ...clocks,
    supervision: byCause('督办答复时限', 'Answering the district'),
    recusal: byCause('回避审核时限', 'Deciding a withdrawal'),
  },
  flags: {
    ...flags,
    supervised: {
      name: { zh: '督办', en: 'supervision' },
      asks: { owner: 'about', clock: 'supervision' },
      per: 'unit',
    },
    unitRecusal: {
      name: { zh: '单位回避申请', en: 'request to withdraw as a unit' },
      asks: { owner: 'district', clock: 'recusal' },
      per: 'unit',
    },
    recusalAsked: {
      name: { zh: '单位申请过回避', en: 'asked to withdraw as a unit' },
      per: 'unit',
      sending: true,
    },
    recusedUnit: COORDINATION_FLAGS.recusedUnit,
  },
  moves: {
    ...moves,
    ...changed(moves, {
      blow: notWithdrawn('blow'),
      callMore: notWithdrawn('callMore'),
      refuse: { forbids: [...(moves['refuse']?.forbids ?? []), 'unitRecusal'] },
      uphold: leaves('uphold'),
      release: leaves('release'),
      noteAbsence: leaves('noteAbsence'),
      callOff: leaves('callOff'),
      // Whoever does it after all takes the plea back, and has answered.
      finish: leaves('finish'),
    }),
    ...WHISTLE_DISTRICT_MOVES,
  },
}
