import { fileRoutes, type Input, type Permission, type Route } from '@lianxin/contract'
import type { StreamRoute } from '../../../kernel/module.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { query, runQuery } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { caseOfFile, type PhotoStore, thumbId } from '../../file/index.ts'
import { requesterIdsOf } from './case-detail.ts'
import { findCase } from './load-case.ts'

type PhotoInput = Input<typeof fileRoutes.view>

/** The policy of the case decides over its photos; the read is in the ledger before the first byte leaves. */
const openPhoto = (route: Route, permission: Permission) =>
  query({
    route,
    permit: permission,
    async view(tx, _permit, input) {
      const { params } = input as unknown as PhotoInput
      const caseId = must(await caseOfFile(tx, params.id), { refusal: 'not-found' })
      await findCase(tx, permitFor(tx, permission), caseId)
      return { answer: { id: params.id }, subjects: [...(await requesterIdsOf(tx, caseId))] }
    },
  })

const photoRoute = (store: PhotoStore, route: Route, permission: Permission): StreamRoute => ({
  route,
  async handle({ world, tenant, actor, request, reply }) {
    const input = { params: request.params, query: request.query, body: undefined } as PhotoInput
    await runQuery(world, openPhoto(route, permission), {
      tenant,
      actor,
      purpose: null,
      input: input as unknown as Input<Route>,
    })
    const { id } = input.params
    const bytes = await store.get(tenant, input.query.size === 'thumb' ? thumbId(id) : id)
    // Private: a shared device must not keep what a right has since been taken away from.
    return reply
      .headers({ 'content-type': 'image/webp', 'cache-control': 'private, no-store' })
      .send(Buffer.from(bytes))
  },
})

export const photoRoutes = (store: PhotoStore): readonly StreamRoute[] => [
  photoRoute(store, fileRoutes.view, 'case.view'),
  photoRoute(store, fileRoutes.viewFollowed, 'case.judge'),
]
