import type {} from '@fastify/multipart'
import { fileRoutes, isRefusal } from '@lianxin/contract'
import type { FastifyRequest } from 'fastify'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { StreamRoute } from '../../../kernel/module.ts'
import { Refused } from '../../../kernel/refused.ts'
import { runCommand } from '../../../kernel/run-command.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { type PhotoIntake, type PhotoStore, thumbId } from '../intake.ts'
import { addFile, type NewFile } from '../store.ts'

const MAX_BYTES = 10 * 1024 * 1024

/** Records a photo whose blobs are already stored: a crash in between leaves a blob that no row names, never a row without one. */
const recordPhoto = (file: NewFile) =>
  command<typeof fileRoutes.upload, NewFile, NewEvent>({
    route: fileRoutes.upload,
    permit: 'file.upload',
    load: async () => file,
    decide: () => [],
    async save(tx, state) {
      await addFile(tx, state)
      return { fileId: state.id, width: state.width, height: state.height }
    },
    answer: (_tx, { fileId, width, height }) => ({
      fileId: String(fileId),
      width: Number(width),
      height: Number(height),
    }),
  })

async function bytesOf(request: FastifyRequest): Promise<Buffer> {
  try {
    const part = await request.file({
      limits: { fileSize: MAX_BYTES + 1, files: 1, fields: 0 },
      throwFileSizeLimit: false,
    })
    if (!part) throw new Refused({ refusal: 'file.not-an-image' })
    return await part.toBuffer()
  } catch (error) {
    // A form that breaks off in the middle, as on a train: the parser's own errors carry no status.
    const known = error instanceof Refused || (error as { statusCode?: number }).statusCode !== undefined
    throw known ? error : new Refused({ refusal: 'file.damaged' })
  }
}

/** Takes one photo: re-encoded, without metadata, sealed. It belongs to nothing until a matter names it. */
export const uploadPhoto = (store: PhotoStore, intake: PhotoIntake): StreamRoute => ({
  route: fileRoutes.upload,
  async handle({ world, tenant, actor, request }) {
    const bytes = await bytesOf(request)
    if (bytes.length > MAX_BYTES) throw new Refused({ refusal: 'file.too-large' })
    const photo = await intake(bytes)
    if (isRefusal(photo)) throw new Refused(photo)
    const id = uuidV7(world.clock.now())
    for (const [name, blob] of [
      [id, photo.full],
      [thumbId(id), photo.thumb],
    ] as const) {
      const refused = await store.put(tenant, name, blob)
      if (refused) throw new Refused(refused)
    }
    const file: NewFile = {
      id,
      width: photo.width,
      height: photo.height,
      byteCount: photo.full.length,
      sha256: photo.sha256,
    }
    return runCommand(world, recordPhoto(file), {
      tenant,
      actor,
      id: null,
      input: { params: undefined, query: undefined, body: undefined },
    })
  },
})
