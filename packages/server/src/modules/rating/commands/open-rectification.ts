import { OPENING_ASKED, type OpeningAsked, PERMISSIONS, type Role } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { type NewContent, putContent } from '../../../kernel/content.ts'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { answerableUnit } from '../../org/index.ts'
import type { NegativeCause } from '../domain/causes-of.ts'
import { rectificationWords } from '../domain/rectification-words.ts'
import { markRectified } from '../negative-store.ts'

/** The system's own route: it is run by the job of the negative list and answers to nobody over HTTP. */
const opening = systemRoute('rating.openRectification')

/** `sharedId`: a rectification of the same matter and unit that is still open and takes the further causes up. */
type Wanted = {
  /** The unit that the causes name; where nobody works there, another one answers for it. */
  readonly namedUnitId: string
  readonly causes: readonly NegativeCause[]
  readonly rectificationId: string
  readonly sharedId: string | null
  readonly asked: OpeningAsked
  readonly content: NewContent
} | null

/** Asks the case engine for the rectification of a matter: one for all its causes that name the same unit. */
export const openRectification = (matterId: string) =>
  command<typeof opening, Wanted, NewEvent<OpeningAsked>>({
    route: opening,
    permit: 'case.clock',
    load: (tx) => loadWanted(tx, matterId),
    decide: (wanted) =>
      wanted === null || wanted.sharedId !== null
        ? []
        : [
            {
              // A history of its own: that of the matter begins when it is opened.
              id: derivedId('rectification asked', wanted.rectificationId),
              ...{ type: OPENING_ASKED, stream: 'opening', streamVersion: 1 },
              streamId: derivedId('rectification opening', wanted.rectificationId),
              payload: wanted.asked,
            },
          ],
    async save(tx, wanted) {
      if (!wanted) return { opened: false }
      if (wanted.sharedId === null) await putContent(tx, [wanted.content])
      const named = { matterId, unitId: wanted.namedUnitId }
      await markRectified(tx, named, wanted.causes, wanted.sharedId ?? wanted.rectificationId)
      return { opened: wanted.sharedId === null }
    },
    answer: (_tx, outcome) => outcome,
  })

/** Matters with causes for which nothing was opened yet, the longest waiting first. */
export async function mattersToRectify(tx: Tx, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ matter_id: string }>`
    select matter_id from negative_entry
    where tenant = ${tx.tenant} and opens and rectification_id is null and (retry_at is null or retry_at <= ${at(tx.now)})
    group by matter_id order by min(noted_at) limit ${limit}`.execute(tx.db)
  return rows.map((row) => row.matter_id)
}

const ANSWERING = Object.keys(PERMISSIONS['case.remedy'].roles) as Role[]

async function loadWanted(tx: Tx, matterId: string): Promise<Wanted> {
  const { rows } = await sql<{ cause: NegativeCause; unit_id: string }>`
    select cause, unit_id from negative_entry
    where tenant = ${tx.tenant} and matter_id = ${matterId} and opens and rectification_id is null
    order by noted_at, cause, unit_id for update`.execute(tx.db)
  const [first] = rows
  if (!first) return null
  const causes = rows.filter((row) => row.unit_id === first.unit_id).map((row) => row.cause)
  const rectificationId = derivedId('rectification', String(tx.tenant), matterId, first.cause, first.unit_id)
  const matter = await matterOf(tx, matterId)
  const unitId = must(await answerableUnit(tx, first.unit_id, ANSWERING), { refusal: 'case.unit-unknown' })
  const wordsId = derivedId('rectification words', rectificationId)
  const caller = matter.initiatorUnitId
  const checker = matter.raised ? 'requester' : caller && caller !== unitId ? 'initiator' : 'community'
  return {
    namedUnitId: first.unit_id,
    causes,
    rectificationId,
    sharedId: await openSharedOf(tx, matterId, first.unit_id),
    content: {
      ...{ id: wordsId, streamId: rectificationId, field: 'words' },
      text: rectificationWords(matter.number, causes),
    },
    asked: {
      ...{ caseId: rectificationId, kind: 'rectification', wordsId, aroseFrom: [matterId] },
      ...{ placeCode: matter.placeCode, itemCode: matter.itemCode },
      initiatorUnitId: checker === 'initiator' ? caller : null,
      firstMove: {
        move: 'place',
        units: [{ unitId, role: 'lead' }],
        dueAt: null,
        choices: { trigger: first.cause, checker },
      },
    },
  }
}

/** `raised`: somebody raised it and follows it; else a unit found it or called. */
async function matterOf(tx: Tx, matterId: string) {
  const { rows } = await sql<{
    number: string
    placeCode: string
    itemCode: string | null
    initiatorUnitId: string | null
    raised: boolean
  }>`
    select c.number, c.place_code as "placeCode", c.item_code as "itemCode", c.initiator_unit_id as "initiatorUnitId",
      exists (select 1 from case_requester r where r.tenant = c.tenant and r.case_id = c.id) as raised
    from grid_case c where c.tenant = ${tx.tenant} and c.id = ${matterId}`.execute(tx.db)
  return must(rows[0], { refusal: 'not-found' })
}

/** Asked for and not open yet counts as open. */
async function openSharedOf(tx: Tx, matterId: string, unitId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select n.rectification_id as id from negative_entry n left join grid_case c on c.tenant = n.tenant and c.id = n.rectification_id
    where n.tenant = ${tx.tenant} and n.matter_id = ${matterId} and n.unit_id = ${unitId} and n.rectification_id is not null
      and coalesce(c.open, true)
    order by n.noted_at desc limit 1`.execute(tx.db)
  return rows[0]?.id ?? null
}
