import { type MeTooReceipt, type MeTooSaid, meTooRoutes } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { findItem } from '../../catalogue/index.ts'
import { placeNames } from '../../place/index.ts'
import { codeIndex, codeOf } from '../domain/me-too.ts'
import { type HeardBy, meTooSaid } from '../domain/me-too-event.ts'
import { addMeToo, type NewMeToo } from '../me-too-store.ts'
import { glanceAt, heardBy } from '../queries/case-glance.ts'
import { meant } from '../queries/meant.ts'

type State = NewMeToo & { readonly eventId: string; readonly heardBy: HeardBy }

/** The code of somebody's own, and what it is about. */
export async function meTooReceipt(tx: Tx, meTooId: string, caseId: string): Promise<MeTooReceipt> {
  const glance = await glanceAt(tx, caseId)
  const item = glance.itemCode
    ? await findItem(tx, glance.itemCode, glance.itemVersion ?? undefined)
    : undefined
  const place = (await placeNames(tx, [glance.communityCode])).get(glance.communityCode)
  return {
    followCode: codeOf(tx, meTooId),
    item: item ? { code: item.code, name: item.name, nameEn: item.nameEn } : null,
    communityName: place?.name ?? '',
    communityNameEn: place?.nameEn ?? '',
  }
}

/** “Me too”, with nothing left behind: a code is all that leads back. */
export const sayMeToo = command<typeof meTooRoutes.meToo, State, NewEvent<MeTooSaid>>({
  route: meTooRoutes.meToo,
  permit: 'echo.meToo',
  async load(tx, _permit, { body }) {
    const caseId = await meant(tx, body)
    const id = uuidV7(tx.now)
    return {
      id,
      caseId,
      codeIndex: codeIndex(tx, codeOf(tx, id)),
      phone: null,
      phoneIndex: null,
      language: 'zh-CN',
      otpHash: null,
      eventId: uuidV7(tx.now),
      heardBy: await heardBy(tx, caseId),
    }
  },
  decide: (state) => [meTooSaid({ ...state, byPhone: false })],
  async save(tx, state) {
    await addMeToo(tx, state)
    return { id: state.id, caseId: state.caseId }
  },
  answer: (tx, { id, caseId }) => meTooReceipt(tx, String(id), String(caseId)),
})
