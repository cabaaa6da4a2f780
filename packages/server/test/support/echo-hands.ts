import type { Actor } from '../../src/kernel/actor.ts'
import type { World } from '../../src/kernel/ports.ts'
import { runCommand } from '../../src/kernel/run-command.ts'
import { uuidV7 } from '../../src/kernel/uuid.ts'
import { moveFollowedCase, requesterIdOf } from '../../src/modules/case/index.ts'
import type { PhotoStore } from '../../src/modules/file/index.ts'
import type { SmallDistrict } from './small-district.ts'

/** A place for photos that a test can look into. */
export function openBox(): PhotoStore & { readonly ids: () => readonly string[] } {
  const blobs = new Map<string, Uint8Array>()
  return {
    ids: () => [...blobs.keys()],
    async put(_tenant, id, bytes) {
      blobs.set(id, bytes)
      return undefined
    },
    async get(_tenant, id) {
      const bytes = blobs.get(id)
      if (!bytes) throw new Error(`nothing under ${id}`)
      return bytes
    },
    erase: async (_tenant, id) => blobs.delete(id),
  }
}

export const requesterOf = async (district: SmallDistrict, caseId: string): Promise<Actor> => ({
  kind: 'requester',
  caseId,
  requesterId: await district.inside((tx) => requesterIdOf(tx, caseId)),
})

/** The requester's step on the version as it stands. */
export async function moveAsRequester(
  world: World,
  district: SmallDistrict,
  caseId: string,
  body: Omit<Parameters<SmallDistrict['move']>[2], 'expectedVersion'> & { readonly expectedVersion: number },
): Promise<void> {
  await runCommand(world, moveFollowedCase, {
    tenant: district.tenant,
    actor: await requesterOf(district, caseId),
    id: uuidV7(world.clock.now()),
    input: { params: undefined, query: undefined, body },
  })
}

/** The community handles it and the subdistrict checks it: now it waits for the verdict. */
export async function bringToVerdict(
  district: SmallDistrict,
  caseId: string,
  answer: string,
): Promise<number> {
  const secretary = district.staff('communitySecretary')
  let version = 1
  const step = async (actor: Actor, input: object) => {
    const done = await district.move(actor, caseId, { ...input, expectedVersion: version } as Parameters<
      SmallDistrict['move']
    >[2])
    version = done.version
  }
  await step(secretary, { move: 'takeUp', itemCode: 'water.none' })
  await step(secretary, { move: 'feedback', words: answer })
  await step(district.staff('subdistrictDispatcher'), { move: 'pass' })
  return version
}
