import { sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { TopicEvidence } from './queries/topic-evidence.ts'

/** Keeps what spoke for a topic. False when it is kept already: it was proposed twice. */
export async function addTopic(tx: Tx, topicId: string, one: TopicEvidence): Promise<boolean> {
  const { rows } = await sql`
    insert into topic_evidence (tenant, topic_id, item_code, place_code, month, counted, expected, p, false_alarm_percent, months_before, tested, found, proposed_at)
    values (${tx.tenant}, ${topicId}, ${one.itemCode}, ${one.placeCode}, ${one.month}, ${one.counted}, ${one.expected}, ${one.p},
      ${one.falseAlarmPercent}, ${one.monthsBefore}, ${one.tested}, ${one.found}, ${at(tx.now)})
    on conflict do nothing returning topic_id`.execute(tx.db)
  return rows.length > 0
}
