import { type DeliberationRow, getKind, KINDS, sentenceFor, toneOf } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { openContent } from '../../../kernel/content.ts'
import { atMost } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { fillSentence } from '../../case/index.ts'
import { unitNames } from '../../org/index.ts'

const DELIBERATION = 'deliberation'

/** In which states, of which version, everybody may read it. */
const shown = KINDS.filter(({ kind }) => kind === DELIBERATION).flatMap(({ version, states }) =>
  Object.entries(states).flatMap(([state, one]) =>
    one.public ? [sql`(c.kind_version = ${version} and c.state = ${state})`] : [],
  ),
)
export const readable = sql`c.kind = 'deliberation' and (${sql.join(shown, sql` or `)})`

/** What may hang on one while it is in these states: then anybody may object, until its time is over. */
const objectable = KINDS.filter(({ report }) => report.by === 'requester' && report.under).flatMap(
  ({ report }) => report.under?.states ?? [],
)

type Row = {
  id: string
  number: string
  kind_version: number
  state: string
  choices: Record<string, string>
  initiator_unit_id: string | null
  owner_unit_id: string | null
  opened_at: number
  due_at: number | null
  words_id: string
  body: Uint8Array | null
  community_code: string
  community: string
  community_en: string
  compound: string | null
  compound_en: string | null
  building: string | null
  building_en: string | null
}

/** Questions that are public, newest first, as far as a list tells of them. */
export async function publicHeads(
  tx: Tx,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly DeliberationRow[]> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.kind_version, c.state, c.choices, c.initiator_unit_id, c.owner_unit_id, c.opened_at, c.due_at, d.words_id, w.body,
      c.community_code, p.name as community, p.name_en as community_en, o.name as compound, o.name_en as compound_en, b.name as building, b.name_en as building_en
    from grid_case c
    join case_detail d on d.tenant = c.tenant and d.case_id = c.id
    join place p on p.code = c.community_code
    left join content w on w.tenant = d.tenant and w.id = d.words_id
    left join compound o on o.tenant = d.tenant and o.id = d.compound_id
    left join building b on b.tenant = d.tenant and b.id = d.building_id
    where c.tenant = ${tx.tenant} and ${readable} and ${condition}
    order by c.opened_at desc, c.id desc limit ${atMost(limit)}`.execute(tx.db)
  const names = await unitNames(
    tx,
    rows.flatMap((row) => [row.initiator_unit_id, row.owner_unit_id].filter((id) => id !== null)),
  )
  return rows.map((row) => {
    const kind = getKind(DELIBERATION, row.kind_version)
    const state = kind.states[row.state]
    const open = objectable.includes(row.state) && row.due_at !== null && tx.now < row.due_at
    return {
      ...{ id: row.id, number: row.number, openedAt: row.opened_at, dueAt: row.due_at },
      proposal: row.body === null ? '' : openContent(tx, row.words_id, row.body),
      form: kind.choices?.['form']?.options[row.choices['form'] ?? ''] ?? null,
      unit: names.get(row.initiator_unit_id ?? '') ?? null,
      ...{ communityCode: row.community_code, communityName: row.community },
      communityNameEn: row.community_en,
      ...{ compoundName: row.compound, compoundNameEn: row.compound_en },
      ...{ buildingName: row.building, buildingNameEn: row.building_en },
      stateName: state?.name ?? { zh: row.state, en: row.state },
      sentence: fillSentence(state && sentenceFor(state, 'staff'), {
        owner: names.get(row.owner_unit_id ?? ''),
      }),
      tone: state ? toneOf(state) : 'closed',
      objectUntil: open ? row.due_at : null,
    }
  })
}
