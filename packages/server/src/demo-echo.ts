import { DAY_MS, findPersonal, isRefusal, MINUTE_MS, removeFindings } from '@lianxin/contract'
import { type DemoDistrict, drawnPair, type Matter } from '@lianxin/demo'
import { sql } from 'kysely'
import sharp from 'sharp'
import { actorOf } from './demo-actor.ts'
import { playMatters } from './demo-matters.ts'
import { type Actor, systemActor } from './kernel/actor.ts'
import type { World } from './kernel/ports.ts'
import { must } from './kernel/refused.ts'
import { runCommand } from './kernel/run-command.ts'
import { inTenant } from './kernel/tx.ts'
import { requesterIdOf } from './modules/case/index.ts'
import { publishEntry, recordPicture, setConsent } from './modules/echo/index.ts'
import { type PhotoStore, thumbId } from './modules/file/index.ts'
import { pixelate } from './platform/files/pixelate.ts'

type Demo = {
  readonly world: World
  readonly vault: PhotoStore
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly now: number
}
type Solved = { readonly matter: Matter; readonly reportId: string; readonly idOf: (name: string) => string }

/** Longer than a made-up matter takes from first to last step. */
const UNTIL_PUBLISHED_MS = 3 * DAY_MS

/** The matters of the last weeks, played to their end before those of the last days. */
export const playSolved = ({ world, tenant, demo, now }: Demo, idOf: (name: string) => string) =>
  playMatters(world, tenant, { ...demo, matters: demo.solved, findings: [] }, idOf, now)

/**
 * Puts solved matters on the wall as people do it: the requester agrees, somebody of the community makes public copies of
 * the pictures, removes what the rules find, and publishes. A start that was killed half-way goes on where it was.
 */
export async function playEchoes(
  demo: Demo,
  idOfMatter: (name: string) => string,
  idOfSolved: (name: string) => string,
): Promise<void> {
  const named = (matters: readonly Matter[], idOf: (name: string) => string): Solved[] =>
    matters.flatMap((matter, index) =>
      matter.fate === 'closed'
        ? [{ matter, reportId: idOf(`${index}/report`), idOf: (name) => idOf(`${index}/${name}`) }]
        : [],
    )
  const all = [...named(demo.demo.solved, idOfSolved), ...named(demo.demo.matters, idOfMatter)]
  for (const one of all.sort((a, b) => b.matter.minutesAgo - a.matter.minutesAgo)) await publish(demo, one)
}

async function publish(demo: Demo, { matter, reportId, idOf }: Solved): Promise<void> {
  const { world, tenant, now } = demo
  const at = Math.min(now - 5 * MINUTE_MS, now - matter.minutesAgo * MINUTE_MS + UNTIL_PUBLISHED_MS)
  const then = { ...world, clock: { now: () => at } }
  const caseId = must(await outcomeOf(demo, reportId), { refusal: 'not-found' })
  if ((await outcomeOf(demo, idOf('publish'))) !== undefined) return
  const requesterId = must(
    await inTenant(world, tenant, systemActor('demo'), (tx) => requesterIdOf(tx, caseId)),
    { refusal: 'not-found' },
  )
  await runCommand(then, setConsent, {
    tenant,
    actor: { kind: 'requester', caseId, requesterId },
    id: idOf('consent'),
    input: { params: undefined, query: undefined, body: { agreed: true } },
  })
  const publisher = actorOf(demo.demo, 'communityWorker', matter.communityCode)
  const pictureIds: string[] = []
  const pair = drawnPair(matter.itemCode)
  for (const side of pair ? (['before', 'after'] as const) : [])
    pictureIds.push(
      await picture({ ...demo, world: then }, caseId, side, pair?.[side] ?? '', publisher, idOf(side)),
    )
  const clean = (text: string) => removeFindings(text, findPersonal(text))
  await runCommand(then, publishEntry, {
    tenant,
    actor: publisher,
    id: idOf('publish'),
    input: {
      params: { id: caseId },
      query: undefined,
      body: {
        expectedVersion: null,
        raised: clean(matter.words),
        answer: clean(matter.answer),
        placeShown: 'compound',
        pictureIds,
        keep: [],
      },
    },
  })
}

/** The matter of a command that was played; undefined when it was not. */
async function outcomeOf({ world, tenant }: Demo, id: string): Promise<string | undefined> {
  const { rows } = await inTenant(world, tenant, systemActor('demo'), (tx) =>
    sql<{ id: string }>`
      select coalesce(outcome->>'caseId', outcome->>'entryId') as id from command_outcome where tenant = ${tenant} and id = ${id} limit 1`.execute(
      tx.db,
    ),
  )
  return rows[0]?.id
}

/** A drawing, copied as a photo would be. Its id is stable, so it is made once. */
async function picture(
  { world, vault, tenant }: Demo,
  caseId: string,
  side: 'before' | 'after',
  drawing: string,
  by: Actor,
  id: string,
): Promise<string> {
  const { rows } = await inTenant(world, tenant, systemActor('demo'), (tx) =>
    sql`select 1 from echo_picture where tenant = ${tenant} and id = ${id}`.execute(tx.db),
  )
  if (rows.length > 0) return id
  const copy = await pixelate(await sharp(Buffer.from(drawing)).png().toBuffer(), [])
  if (isRefusal(copy)) throw new Error(`the drawing of ${id} cannot be read`)
  await vault.put(tenant, id, copy.full)
  await vault.put(tenant, thumbId(id), copy.thumb)
  const { width, height } = copy
  const body = { fileId: id, side, masks: [], confirmed: true }
  await runCommand(
    world,
    recordPicture({ id, caseId, side, sourceFileId: id, maskCount: 0, width, height }),
    {
      tenant,
      actor: by,
      id: null,
      input: { params: { id: caseId }, query: undefined, body },
    },
  )
  return id
}
