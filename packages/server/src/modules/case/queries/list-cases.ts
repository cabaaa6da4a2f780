import { caseRoutes, isRefusal } from '@lianxin/contract'
import { sql } from 'kysely'
import { mintPermit } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'
import { dueToday, openInBox } from './case-list.ts'
import { casePage } from './case-page.ts'
import { mattersWithAlerts } from './list-alerts.ts'

export const listCases = query<typeof caseRoutes.list>({
  route: caseRoutes.list,
  permit: 'case.list',
  async view(tx, permit, { query: input }) {
    const { page, subjects } = await casePage(tx, permit, input)
    return { answer: page, subjects }
  },
})

export const countCases = query<typeof caseRoutes.counts>({
  route: caseRoutes.counts,
  permit: 'case.list',
  async view(tx, permit) {
    const within = (box: 'all' | 'mine' | 'unit' | 'below') => openInBox(tx, permit, box)
    const seesAlerts = mintPermit('alert.list', tx.actor, tx.tenant)
    const { rows } = await sql<{
      mine: number
      unit: number
      below: number
      overdue: number
      dueToday: number
      alerts: number
    }>`
      with reached as (${within('all')}), mine as (${within('mine')}), unit as (${within('unit')}), below as (${within('below')})
      select (select count(*)::int from mine) as mine, (select count(*)::int from unit) as unit, (select count(*)::int from below) as below,
        count(*) filter (where c.due_at < ${at(tx.now)})::int as overdue,
        count(*) filter (where ${dueToday(tx.now)})::int as "dueToday",
        ${isRefusal(seesAlerts) ? sql`0` : mattersWithAlerts(seesAlerts)} as alerts
      from reached c`.execute(tx.db)
    const [counts] = rows
    return {
      answer: counts ?? { mine: 0, unit: 0, below: 0, overdue: 0, dueToday: 0, alerts: 0 },
      subjects: [],
    }
  },
})
