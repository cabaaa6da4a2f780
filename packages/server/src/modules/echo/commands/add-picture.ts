import { echoDeskRoutes, type Input, isRefusal, type Masked, type Refusal } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { StreamRoute } from '../../../kernel/module.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { ensure, Refused } from '../../../kernel/refused.ts'
import { runCommand } from '../../../kernel/run-command.ts'
import { inTenant } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { findCase } from '../../case/index.ts'
import { caseOfFile, type Photo, type PhotoStore, thumbId } from '../../file/index.ts'
import { addPicture, type NewPicture } from '../store.ts'

/** Draws a photo anew with rectangles pixelated: the platform's image library, handed in by app.ts. */
export type Pixelate = (photo: Uint8Array, masks: readonly Masked[]) => Promise<Photo | Refusal>

type PictureInput = Input<typeof echoDeskRoutes.addPicture>

export const recordPicture = (picture: NewPicture) =>
  command<typeof echoDeskRoutes.addPicture, NewPicture, NewEvent>({
    route: echoDeskRoutes.addPicture,
    permit: 'echo.publish',
    async load(tx, permit) {
      await findCase(tx, permit, picture.caseId)
      return picture
    },
    decide: () => [],
    async save(tx, { id, side, width, height }) {
      await addPicture(tx, picture)
      return { id, side, width, height }
    },
    answer: (_tx, { id, side, width, height }) => ({
      id: String(id),
      side: side === 'before' ? 'before' : 'after',
      width: Number(width),
      height: Number(height),
    }),
  })

/**
 * Makes a public copy of a photo of the matter. A person marked what must not be recognised and said that nothing else
 * can be; the copy is drawn anew and stored under an id of its own, the original stays where it is.
 */
export const makePicture = (store: PhotoStore, pixelate: Pixelate): StreamRoute => ({
  route: echoDeskRoutes.addPicture,
  async handle({ world, tenant, actor, request }) {
    const input = { params: request.params, query: undefined, body: request.body } as PictureInput
    const { fileId, side, masks, confirmed } = input.body
    ensure(confirmed, { refusal: 'echo.picture-unconfirmed' })
    await inTenant(world, tenant, actor, async (tx) => {
      await findCase(tx, permitFor(tx, 'echo.publish'), input.params.id)
      ensure((await caseOfFile(tx, fileId)) === input.params.id, { refusal: 'file.unknown' })
    })
    const copy = await pixelate(await store.get(tenant, fileId), masks)
    if (isRefusal(copy)) throw new Refused(copy)
    const id = uuidV7(world.clock.now())
    for (const [name, blob] of [
      [id, copy.full],
      [thumbId(id), copy.thumb],
    ] as const) {
      const refused = await store.put(tenant, name, blob)
      if (refused) throw new Refused(refused)
    }
    const { width, height } = copy
    const picture: NewPicture = {
      id,
      caseId: input.params.id,
      side,
      sourceFileId: fileId,
      maskCount: masks.length,
      width,
      height,
    }
    return runCommand(world, recordPicture(picture), { tenant, actor, id: null, input })
  },
})
