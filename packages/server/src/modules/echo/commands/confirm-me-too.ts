import { timingSafeEqual } from 'node:crypto'
import {
  type Input,
  isRefusal,
  type MeTooReceipt,
  meTooRoutes,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import { appendEvents } from '../../../kernel/event-store.ts'
import type { StreamRoute } from '../../../kernel/module.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { Refused } from '../../../kernel/refused.ts'
import { committing, type Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { otpHash } from '../domain/me-too.ts'
import { meTooSaid } from '../domain/me-too-event.ts'
import { confirmMeToo, takeTry } from '../me-too-store.ts'
import { heardBy } from '../queries/case-glance.ts'
import { meTooReceipt } from './say-me-too.ts'

/** The number is theirs: it counts, and each step is told. The transaction commits also when it refuses, so that a wrong try stays counted. */
export const confirmByOtp: StreamRoute = {
  route: meTooRoutes.confirmMeToo,
  async handle({ world, tenant, actor, request }) {
    permitFor({ actor, tenant }, 'echo.meToo')
    const { body } = request as unknown as Input<typeof meTooRoutes.confirmMeToo>
    const answer = await committing(world, tenant, actor, (tx) => check(tx, body))
    if (isRefusal(answer)) throw new Refused(answer)
    return answer
  },
}

async function check(
  tx: Tx,
  { meTooId, otp }: Input<typeof meTooRoutes.confirmMeToo>['body'],
): Promise<MeTooReceipt | Refusal> {
  const asked = await takeTry(tx, meTooId)
  if (!asked || !timingSafeEqual(asked.otpHash, otpHash(tx, meTooId, otp))) return refuse('follow.otp-wrong')
  const { id, isNew } = await confirmMeToo(tx, asked)
  const receipt = await meTooReceipt(tx, id, asked.caseId)
  if (isNew)
    await appendEvents(
      tx,
      [
        meTooSaid({
          id,
          caseId: asked.caseId,
          eventId: uuidV7(tx.now),
          byPhone: true,
          heardBy: await heardBy(tx, asked.caseId),
        }),
      ],
      uuidV7(tx.now),
    )
  return receipt
}
