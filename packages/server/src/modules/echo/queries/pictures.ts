import { echoDeskRoutes, echoRoutes, type Input } from '@lianxin/contract'
import { sql } from 'kysely'
import type { StreamRoute } from '../../../kernel/module.ts'
import { query, runQuery } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { findCase, requesterIdOf } from '../../case/index.ts'
import { type PhotoStore, thumbId } from '../../file/index.ts'

const OF_THE_WALL = query<typeof echoRoutes.picture>({
  route: echoRoutes.picture,
  permit: 'public.read',
  async view(tx, _permit, { params: { id } }) {
    const { rows } = await sql`
      select 1 from echo_picture x
      join echo_entry e on e.tenant = x.tenant and e.id = x.entry_id and e.state = 'published'
      join grid_case c on c.tenant = e.tenant and c.id = e.case_id and not c.open
      where x.tenant = ${tx.tenant} and x.id = ${id} and x.retired_at is null`.execute(tx.db)
    return { answer: must(rows[0], { refusal: 'not-found' }), subjects: [] }
  },
})

const OF_A_DRAFT = query<typeof echoDeskRoutes.draftPicture>({
  route: echoDeskRoutes.draftPicture,
  permit: 'echo.publish',
  async view(tx, permit, { params: { id, pictureId } }) {
    await findCase(tx, permit, id)
    const { rows } = await sql`
      select 1 from echo_picture where tenant = ${tx.tenant} and id = ${pictureId} and case_id = ${id} and retired_at is null`.execute(
      tx.db,
    )
    const requesterId = await requesterIdOf(tx, id)
    return { answer: must(rows[0], { refusal: 'not-found' }), subjects: requesterId ? [requesterId] : [] }
  },
})

/** A copy made for the public; the original has another id and another door. */
export const pictureRoutes = (store: PhotoStore): readonly StreamRoute[] => [
  {
    route: echoRoutes.picture,
    async handle({ world, tenant, actor, request, reply }) {
      const input = { params: request.params, query: request.query, body: undefined } as Input<
        typeof echoRoutes.picture
      >
      await runQuery(world, OF_THE_WALL, { tenant, actor, purpose: null, input })
      const { id } = input.params
      const bytes = await store.get(tenant, input.query.size === 'thumb' ? thumbId(id) : id)
      // Not kept by anybody on the way: what is taken down is gone with the next look.
      return reply
        .headers({ 'content-type': 'image/webp', 'cache-control': 'no-store' })
        .send(Buffer.from(bytes))
    },
  },
  {
    route: echoDeskRoutes.draftPicture,
    async handle({ world, tenant, actor, request, reply }) {
      const input = { params: request.params, query: request.query, body: undefined } as Input<
        typeof echoDeskRoutes.draftPicture
      >
      await runQuery(world, OF_A_DRAFT, { tenant, actor, purpose: null, input })
      const { pictureId } = input.params
      const bytes = await store.get(tenant, input.query.size === 'thumb' ? thumbId(pictureId) : pictureId)
      return reply
        .headers({ 'content-type': 'image/webp', 'cache-control': 'private, no-store' })
        .send(Buffer.from(bytes))
    },
  },
]
