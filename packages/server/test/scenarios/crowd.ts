import { sql } from 'kysely'
import type { Tx } from '../../src/kernel/tx.ts'
import { addUnits } from '../../src/modules/org/index.ts'
import { addPlaces } from '../../src/modules/place/index.ts'
import { unitId } from './town.ts'

export const CROWD = 20_000
const COMMUNITIES = 50
/** The last twentieth is open; one in twelve goes to the housing department, the others are their community's own. */
const OPEN = sql.raw(`g > ${CROWD * 0.95}`)
const OF_HOUSING = sql.raw('(g / 20) % 12 = 0')
const caseId = sql.raw(`('00000009-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid`)
const community = sql.raw(`'210105003' || lpad((1 + g % ${COMMUNITIES})::text, 3, '0')`)
const item = sql.raw(`(array['lamp', 'stairs', 'cold'])[1 + (g / 50) % 3]`)
const opened = sql.raw(`(timestamptz '2026-03-01Z' + g * interval '10 minutes')`)
const due = sql.raw(`(timestamptz '2026-09-01Z' + (g % 997) * interval '1 hour')`)
const numbers = sql.raw(`generate_series(1, ${CROWD}) as g`)

/** The id of one matter of the crowd. */
export const crowdCase = (serial: number) => `00000009-0000-7000-8000-${String(serial).padStart(12, '0')}`

/** As many matters as a district has after some months, 95 % of them closed, with their histories. */
export async function addCrowd(tx: Tx): Promise<void> {
  const codes = Array.from(
    { length: COMMUNITIES },
    (_, index) => `210105003${String(index + 1).padStart(3, '0')}`,
  )
  await addPlaces(tx, [
    { code: '210105003', level: 'subdistrict', name: '丙街道', parentCode: '210105' },
    ...codes.map((code) => ({ code, level: 'community', name: code, parentCode: '210105003' })),
  ])
  await addUnits(
    tx,
    codes.map((code, index) => ({
      ...{ id: `0000000a-0000-7000-8000-${String(index).padStart(12, '0')}`, code, name: code, nameEn: code },
      ...{ kind: 'community', parentId: null, placeCode: code, hours: 'office' },
    })),
  )
  const housing = sql`${unitId('housing')}::uuid`
  const ownCommunity = sql`(select u.id from unit u where u.tenant = ${tx.tenant} and u.code = ${community})`
  for (const statement of [
    sql`insert into grid_case (tenant, id, kind, kind_version, number, version, state, open, place_code, community_code, level, owner_unit_id, unit_ids,
        due_at, provisional, opened_at, closed_at, reopened_count, item_code, item_version)
      select ${tx.tenant}, ${caseId}, 'request', 1, 'CROWD-' || g, 2, case when not (${OPEN}) then 'closed' when ${OF_HOUSING} then 'handling' else 'registered' end,
        ${OPEN}, ${community}, ${community}, 2, case when ${OPEN} then case when ${OF_HOUSING} then ${housing} else ${ownCommunity} end end, '{}',
        case when ${OPEN} then ${due} end, false, ${opened}, case when not (${OPEN}) then ${opened} + interval '5 days' end, 0, ${item}, 1 from ${numbers}`,
    sql`insert into case_detail (tenant, case_id, words_id, echo_wall, language) select ${tx.tenant}, ${caseId}, gen_random_uuid(), false, 'zh-CN' from ${numbers}`,
    sql`insert into case_requester (tenant, case_id, id, wants_call) select ${tx.tenant}, ${caseId}, gen_random_uuid(), false from ${numbers}`,
    sql`insert into case_assignment (tenant, id, case_id, unit_id, role, state, round, handled_by)
      select ${tx.tenant}, gen_random_uuid(), ${caseId}, case when ${OF_HOUSING} then ${housing} else ${ownCommunity} end, 'lead', case when ${OPEN} then 'signed' else 'done' end, 0, '{}' from ${numbers}`,
    sql`insert into clock (tenant, id, case_id, clock, started_at, due_at, provisional, stopped_at)
      select ${tx.tenant}, gen_random_uuid(), ${caseId}, 'triage', ${opened}, ${due}, false, case when not (${OPEN}) then ${opened} end from ${numbers}`,
    sql`insert into event (tenant, seq, id, type, stream, stream_id, stream_version, actor_kind, command_id, payload, recorded_at)
      select ${tx.tenant}, 2 * g + v - 2, gen_random_uuid(), 'crowd.seeded', 'case', ${caseId}, v, 'system', gen_random_uuid(), '{}', ${opened}
      from ${numbers}, generate_series(1, 2) as v`,
    sql`insert into command_outcome (tenant, actor, id, body_hash, route, outcome, recorded_at)
      select ${tx.tenant}, '00000000-0000-0000-0000-000000000000', gen_random_uuid(), decode(repeat('00', 32), 'hex'), 'case.report', '{}', ${opened} from ${numbers}`,
    sql`insert into file (tenant, id, case_id, uploaded_at, width, height, byte_count, sha256)
      select ${tx.tenant}, gen_random_uuid(), case when g % 50 > 0 then ${caseId} end, ${opened}, 1, 1, 1, decode(repeat('00', 32), 'hex') from ${numbers}`,
    sql`insert into alert (tenant, id, case_id, kind, place_code, raised_at, settled_at)
      select ${tx.tenant}, gen_random_uuid(), ${caseId}, 'overdue', ${community}, ${opened}, case when not (${OPEN}) then ${opened} end from ${numbers}`,
    sql`insert into read_ledger (tenant, id, at, account, view, subjects, same_hash)
      select ${tx.tenant}, gen_random_uuid(), ${opened}, gen_random_uuid(), 'case.list', array[gen_random_uuid()], sha256(g::text::bytea) from ${numbers}`,
    sql`insert into tenant_head (tenant, seq) values (${tx.tenant}, ${2 * CROWD})`,
  ])
    await statement.execute(tx.db)
}
