import { type AlertRow, alertRoutes, type Bilingual, getKind } from '@lianxin/contract'
import { sql } from 'kysely'
import { type Permit, where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { atMost } from '../../../kernel/sql-values.ts'
import { unitNames } from '../../org/index.ts'

const SENTENCES = {
  rung: {
    zh: '{clock}已用去 {percent}%，还没有办好。',
    en: '{clock}: {percent} % of the limit is used up and it is not done.',
  },
  overdue: { zh: '{clock}到了，还没有办。', en: '{clock}: it is past its deadline.' },
  ownerMissing: { zh: '现在没有人负责，请指定。', en: 'Nobody is in charge of it. Please appoint somebody.' },
  unitMissing: {
    zh: '叫到的单位没有人值守，请马上另行安排。',
    en: 'A unit that was called has nobody on duty. Please see to it at once.',
  },
  postVacant: {
    zh: '经办的岗位空缺了，请安排人接手。',
    en: 'The post that worked on it is vacant. Please see that somebody takes it over.',
  },
  heldUp: {
    zh: '时间到了，还有挂在它下面的事没有答复或办完，所以没有往下走。',
    en: 'Its time is over, but what hangs on it is not answered or not done, so it did not go on.',
  },
  supervisorMissing: {
    zh: '{clock}到了，而且没有上级可以督办。',
    en: '{clock}: it is past its deadline and nobody is there to supervise it.',
  },
} as const satisfies Record<AlertRow['kind'], AlertRow['sentence']>
/** The same where a matter climbed past a unit that was not called for anything. */
const PASSED_OVER = {
  zh: '升级时这个单位没有人在岗，已再往上报。',
  en: 'It climbed past this unit, where nobody holds a post, to the next above.',
}
const MOST = 200

/** What is late or nobody's, for the units that supervise it. Codes and numbers only, so no person is shown. */
export const listAlerts = query<typeof alertRoutes.list>({
  route: alertRoutes.list,
  permit: 'alert.list',
  async view(tx, permit) {
    const { rows } = await sql<{
      id: string
      case_id: string
      number: string
      kind: AlertRow['kind']
      case_kind: string
      kind_version: number
      raised_at: number
      about_unit_id: string | null
      percent: number | null
      clock: string | null
      item_name: string | null
      item_name_en: string | null
      community_name: string
      community_name_en: string
    }>`
      select l.id, l.case_id, c.number, l.kind, c.kind as case_kind, c.kind_version, l.raised_at, l.percent, l.clock, coalesce(l.about_unit_id, c.owner_unit_id) as about_unit_id,
        i.name as item_name, i.name_en as item_name_en, p.name as community_name, p.name_en as community_name_en
      from alert l join grid_case c on c.tenant = l.tenant and c.id = l.case_id
      join place p on p.code = c.community_code
      left join item i on i.tenant = c.tenant and i.code = c.item_code and i.version = c.item_version
      where ${openWithin(permit)} order by l.raised_at desc limit ${atMost(MOST)}`.execute(tx.db)
    const names = await unitNames(
      tx,
      rows.flatMap((row) => (row.about_unit_id ? [row.about_unit_id] : [])),
    )
    const answer = rows.map((row) => {
      const unit = row.about_unit_id ? names.get(row.about_unit_id) : undefined
      return {
        id: row.id,
        caseId: row.case_id,
        number: row.number,
        kind: row.kind,
        sentence:
          row.kind === 'unitMissing' && row.clock !== null
            ? PASSED_OVER
            : worded(SENTENCES[row.kind], row.percent, clockName(row)),
        raisedAt: row.raised_at,
        unitName: unit?.name ?? null,
        unitNameEn: unit?.nameEn ?? null,
        itemName: row.item_name,
        itemNameEn: row.item_name_en,
        communityName: row.community_name,
        communityNameEn: row.community_name_en,
      }
    })
    return { answer, subjects: [] }
  },
})

/** Alerts `l` of matters `c` that nobody has settled, within reach. */
const openWithin = (permit: Permit) =>
  sql`l.tenant = ${permit.tenant} and l.settled_at is null and ${where(permit, {
    placeCode: sql.ref('l.place_code'),
    caseId: sql.ref('l.case_id'),
    ofUnit: (unitId) => [sql`l.unit_id = ${unitId}::uuid`],
    circle: sql.ref('c.circle'),
  })}`

/** How many matters the same list names: one that is late in several ways is one. Each is looked up, so that closed ones are not read. */
export const mattersWithAlerts = (permit: Permit) => sql<number>`
  (select count(distinct l.case_id)::int from alert l
    cross join lateral (select circle from grid_case where tenant = l.tenant and id = l.case_id limit 1) c where ${openWithin(permit)})`

/** Several clocks of a matter may run out together: each is told by its name. */
const clockName = (row: { case_kind: string; kind_version: number; clock: string | null }): Bilingual =>
  getKind(row.case_kind, row.kind_version).clocks[row.clock ?? '']?.name ?? { zh: '时限', en: 'The limit' }

const worded = ({ zh, en }: Bilingual, percent: number | null, clock: Bilingual): Bilingual => ({
  zh: zh.replace('{percent}', String(percent)).replace('{clock}', clock.zh),
  en: en.replace('{percent}', String(percent)).replace('{clock}', clock.en),
})
