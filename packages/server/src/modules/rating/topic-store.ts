import { sql } from 'kysely'
import { at, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { TopicEvidence } from './queries/topic-evidence.ts'

/** Keeps what spoke for a topic. False when it is kept already: it was proposed twice. */
export async function addTopic(tx: Tx, topicId: string, one: TopicEvidence): Promise<boolean> {
  const { rows } = await sql`
    insert into topic_evidence (tenant, topic_id, item_code, place_code, month, counted, expected, p, false_alarm_percent, months_before, tested, found, proposed_at)
    values (${tx.tenant}, ${topicId}, ${one.itemCode}, ${one.placeCode}, ${one.month}, ${one.counted}, ${one.expected}, ${one.p},
      ${one.falseAlarmPercent}, ${one.monthsBefore}, ${one.tested}, ${one.found}, ${at(tx.now)})
    on conflict do nothing returning topic_id`.execute(tx.db)
  if (rows.length === 0) return false
  const buildings = one.buildings.map(({ building, dwellings, now, expected, p }) => ({
    ...{ building, dwellings, now, expected, p },
  }))
  if (buildings.length > 0)
    await sql`
      insert into topic_building (tenant, topic_id, building_id, dwellings, counted, expected, p)
      select ${tx.tenant}, ${topicId}, r.building, r.dwellings, r.now, r.expected, r.p
      from jsonb_to_recordset(${jsonRows(buildings)}) as r(building uuid, dwellings int, now int, expected float8, p float8)`.execute(
      tx.db,
    )
  return true
}
