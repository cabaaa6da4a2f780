import { type AdviceView, allows, whistleRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { readContent } from '../../../kernel/content.ts'
import { query } from '../../../kernel/query.ts'
import { uuids } from '../../../kernel/sql-values.ts'
import { unitNames } from '../../org/index.ts'
import { calledUnits } from './called.ts'
import { loadAdvice } from './load-advice.ts'
import { ratedViews } from './rated-calls.ts'

/** Advice and answers, read by both sides and by the district, with the rated calls beside them. */
export const listAdvice = query<typeof whistleRoutes.advice>({
  route: whistleRoutes.advice,
  permit: 'whistle.readAdvice',
  async view(tx, permit) {
    const all = await loadAdvice(tx, permit)
    const units = await unitNames(
      tx,
      all.flatMap(({ byUnitId, unitId }) => [byUnitId, unitId]),
    )
    const texts = await readContent(
      tx,
      all.flatMap(({ wordsId, answerId }) => [wordsId, ...(answerId ? [answerId] : [])]),
    )
    const caseIds = all.flatMap((one) => one.caseIds)
    const calls = await calledUnits(tx, sql`c.id = any(${uuids(caseIds)})`)
    const rows = await Promise.all(
      all.map(async (one): Promise<AdviceView[]> => {
        const by = units.get(one.byUnitId)
        const about = units.get(one.unitId)
        if (!by || !about) return []
        const own = calls.filter(
          ({ caseId, unitId }) => unitId === one.unitId && one.caseIds.includes(caseId),
        )
        return [
          {
            ...{ id: one.id, by, about, writtenAt: one.writtenAt, dueAt: one.dueAt },
            calls: [...(await ratedViews(tx, own))],
            words: texts.get(one.wordsId) ?? '',
            answer: one.answerId ? (texts.get(one.answerId) ?? '') : null,
            answeredAt: one.answeredAt,
            overdue: (one.answeredAt ?? tx.now) > one.dueAt,
            mayAnswer:
              one.answeredAt === null &&
              allows('whistle.answerAdvice', asking(tx.actor), { unitIds: [one.unitId] }),
          },
        ]
      }),
    )
    return { answer: rows.flat(), subjects: [] }
  },
})
