import { type CaseStep, getKind, type MeTooView, meTooRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { readStream } from '../../../kernel/event-store.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { must, Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { endOf } from '../../case/index.ts'
import { findItem } from '../../catalogue/index.ts'
import { unitNames } from '../../org/index.ts'
import { placeNames } from '../../place/index.ts'
import { typedIndex } from '../domain/me-too.ts'
import { publicSentence, publicStateName } from '../domain/public-sentence.ts'
import { type CaseGlance, glanceAt } from './case-glance.ts'
import { entryOfCase, meTooCounts } from './load-entry.ts'

export type Follower = { readonly id: string; readonly caseId: string; readonly byPhone: boolean }

/** Who has this code. @throws Refused for every other text alike */
export async function followerOf(tx: Tx, typed: string): Promise<Follower> {
  const index = must(typedIndex(tx, typed), { refusal: 'echo.code-wrong' })
  const { rows } = await sql<Follower>`
    select id, case_id as "caseId", phone_index is not null as "byPhone" from echo_me_too
    where tenant = ${tx.tenant} and code_index = ${index} and confirmed_at is not null and left_at is null`.execute(
    tx.db,
  )
  return must(rows[0], { refusal: 'echo.code-wrong' })
}

/**
 * How a matter goes, for somebody who has the same trouble, and after it was joined with another how that one goes: states in
 * public words, never what anybody wrote.
 */
export const showFollowed = query<typeof meTooRoutes.followed>({
  route: meTooRoutes.followed,
  permit: 'echo.meToo',
  async view(tx, _permit, { body }) {
    permitFor(tx, 'echo.meToo')
    const { caseId: said, byPhone } = await followerOf(tx, body.followCode)
    // What was joined with another matter goes on there.
    const caseId = (await endOf(tx, said)) ?? said
    const glance = await glanceAt(tx, caseId)
    const state = getKind(glance.kind, glance.kindVersion).states[glance.state]
    if (!state) throw new Refused({ refusal: 'not-found' })
    const owner = glance.ownerUnitId
      ? (await unitNames(tx, [glance.ownerUnitId])).get(glance.ownerUnitId)
      : undefined
    const item = glance.itemCode
      ? await findItem(tx, glance.itemCode, glance.itemVersion ?? undefined)
      : undefined
    const entry = await entryOfCase(tx, caseId)
    const place = (await placeNames(tx, [glance.communityCode])).get(glance.communityCode)
    const answer: MeTooView = {
      item: item ? { code: item.code, name: item.name, nameEn: item.nameEn } : null,
      communityName: place?.name ?? '',
      communityNameEn: place?.nameEn ?? '',
      stateName: publicStateName(state),
      tone: state.tone,
      sentence: publicSentence(state, owner),
      openedAt: glance.openedAt,
      dueAt: state.tone === 'open' ? glance.dueAt : null,
      closedAt: glance.closedAt,
      meToo: (await meTooCounts(tx, caseId)).all,
      byPhone,
      steps: await stepsOf(tx, caseId, glance),
      entryId: entry?.state === 'published' && glance.closedAt !== null ? entry.id : null,
    }
    return { answer, subjects: [] }
  },
})

/** The steps that the requester is told and that changed where it stands, newest first. */
async function stepsOf(tx: Tx, caseId: string, glance: CaseGlance): Promise<MeTooView['steps']> {
  const kind = getKind(glance.kind, glance.kindVersion)
  const told = (await readStream<CaseStep>(tx, caseId, glance.openedAt)).filter(
    ({ type, payload }) =>
      payload.from !== payload.to &&
      (type === 'case.reported' || (kind.moves[payload.move]?.tellsRequester ?? false)),
  )
  const owners = await unitNames(
    tx,
    told.flatMap(({ payload }) => payload.ownerUnitId ?? []),
  )
  return told
    .flatMap(({ recordedAt, payload }) => {
      const state = kind.states[payload.to]
      return state
        ? [{ at: recordedAt, sentence: publicSentence(state, owners.get(payload.ownerUnitId ?? '')) }]
        : []
    })
    .reverse()
}
