import {
  CALL_ASPECTS,
  type CalledUnit,
  callRates,
  currentKind,
  type Rate,
  type RateView,
  whistleRoutes,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { unitStandings } from '../../org/index.ts'
import { settingAt } from '../../setting/index.ts'
import { blownWithin, calledUnits, callReach } from './called.ts'

const shown = ({ interval, ...rate }: Rate): RateView => ({
  ...rate,
  interval: interval && [interval[0], interval[1]],
})

/** How units came when they were called, in the order of the register: a board of units, never of persons, and no ranking. */
export const whistleBoard = query<typeof whistleRoutes.board>({
  route: whistleRoutes.board,
  permit: 'whistle.board',
  async view(tx, permit, { query: { month } }) {
    const { minimumSample: minimum, confidencePercent } = await settingAt(tx, 'evaluation', tx.now)
    const calls = await calledUnits(tx, sql`${blownWithin(tx, month)} and ${where(permit, callReach)}`)
    const ofUnit = Map.groupBy(calls, ({ unitId }) => unitId)
    const names = currentKind('whistle').scores ?? {}
    const units = await unitStandings(tx, tx.now)
    return {
      answer: {
        ...{ at: tx.now, month: month ?? null, minimum, confidencePercent },
        blown: new Set(calls.map(({ caseId }) => caseId)).size,
        units: units.flatMap(({ id, name, nameEn }): CalledUnit[] => {
          const own = ofUnit.get(id)
          if (!own) return []
          const rates = callRates(own, tx.now, { minimum, confidencePercent })
          const { called, refused, absent, rated } = rates
          return [
            {
              ...{ unit: { id, name, nameEn }, called, refused, absent, rated },
              ...{
                answered: shown(rates.answered),
                arrived: shown(rates.arrived),
                upheld: shown(rates.upheld),
              },
              aspects: CALL_ASPECTS.map((aspect) => ({
                aspect,
                name: names[aspect] ?? { zh: aspect, en: aspect },
                rate: shown(rates.aspects[aspect]),
              })),
            },
          ]
        }),
      },
      subjects: [],
    }
  },
})
