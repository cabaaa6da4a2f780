import { type CaseStep, getKind, type Kind } from '@lianxin/contract'
import { sql } from 'kysely'
import { inMs } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

export type Step = { readonly at: number; readonly payload: CaseStep }

/** A matter that hangs on a question, with its history. */
export type HungMatter = {
  readonly id: string
  readonly kind: Kind
  readonly state: string
  readonly openedAt: number
  readonly dueAt: number | null
  readonly closedAt: number | null
  readonly wordsId: string
  readonly choices: Readonly<Record<string, string>>
  readonly leadUnitId: string | null
  readonly steps: readonly Step[]
}

type Row = Omit<HungMatter, 'kind' | 'steps'> & {
  readonly kind: string
  readonly kindVersion: number
  readonly steps: readonly Step[]
}

/** What hangs on a question, oldest first: objections and tasks. A look-up: what of it is public is for whoever asks to say. */
export async function hungMatters(tx: Tx, parentId: string): Promise<readonly HungMatter[]> {
  const { rows } = await sql<Row>`
    select c.id, c.kind, c.kind_version as "kindVersion", c.state, c.opened_at as "openedAt", c.due_at as "dueAt", c.closed_at as "closedAt",
      d.words_id as "wordsId", c.choices,
      (select a.unit_id from case_assignment a where a.tenant = c.tenant and a.case_id = c.id and a.state <> 'returned' order by a.role desc limit 1) as "leadUnitId",
      (select coalesce(json_agg(json_build_object('at', ${inMs('e.recorded_at')}, 'payload', e.payload) order by e.stream_version), '[]')
        from event e where e.tenant = c.tenant and e.stream_id = c.id and e.recorded_at >= c.opened_at) as steps
    from case_link l
    join grid_case c on c.tenant = l.tenant and c.id = l.case_id
    join case_detail d on d.tenant = c.tenant and d.case_id = c.id
    where l.tenant = ${tx.tenant} and l.other_id = ${parentId}::uuid and l.kind = 'parent' and c.circle is null
    order by c.opened_at, c.id`.execute(tx.db)
  return rows.map(({ kind, kindVersion, ...row }) => ({ ...row, kind: getKind(kind, kindVersion) }))
}

/** The last step of a matter whose words are for everybody. */
export const publicStep = ({ kind, steps }: Pick<HungMatter, 'kind' | 'steps'>): Step | undefined =>
  steps.findLast(({ payload }) => kind.moves[payload.move]?.public === true)

export const wordsIdOf = (step: Step | undefined): string | undefined =>
  step?.payload.contentIds.find(({ field }) => field === 'words')?.id
