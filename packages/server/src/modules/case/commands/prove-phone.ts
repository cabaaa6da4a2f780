import { timingSafeEqual } from 'node:crypto'
import { type Input, isRefusal, objectionRoutes, refuse } from '@lianxin/contract'
import type { StreamRoute } from '../../../kernel/module.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { Refused } from '../../../kernel/refused.ts'
import { inTenant } from '../../../kernel/tx.ts'
import { proofHash } from '../domain/phone-proof.ts'
import { markProved, takeProofTry } from '../proof-store.ts'

/** The number is theirs. The transaction commits also when it refuses, so that a wrong try stays counted. */
export const provePhone: StreamRoute = {
  route: objectionRoutes.prove,
  async handle({ world, tenant, actor, request }) {
    permitFor({ actor, tenant }, 'case.object')
    const { params, body } = request as unknown as Input<typeof objectionRoutes.prove>
    const answer = await inTenant(world, tenant, actor, async (tx) => {
      const hash = await takeProofTry(tx, params.id, body.proofId)
      if (!hash || !timingSafeEqual(hash, proofHash(tx, body.proofId, body.otp)))
        return refuse('follow.otp-wrong')
      await markProved(tx, body.proofId)
      return { ok: true }
    })
    if (isRefusal(answer)) throw new Refused(answer)
    return answer
  },
}
