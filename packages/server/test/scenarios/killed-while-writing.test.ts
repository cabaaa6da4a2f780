import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Receipt } from '@lianxin/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPglite } from '../../src/platform/database/open-pglite.ts'
import { commandId } from './people.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

const WRITERS = 4
const BETWEEN_KILLS = 30
const KILLS = 2
/** A first start fills a whole district; a build machine that does other things gets more than ninety seconds. */
const PATIENCE_MS = 480_000

type Sent = { readonly key: string; readonly words: string; receipt?: Receipt; tries: number }
let calls = 0

/** Posts once. Rejects when the connection breaks: the answer is then not known. */
function post(url: string, { key, words }: Sent): Promise<{ status: number; text: string }> {
  const body = JSON.stringify({
    words,
    where: { communityCode: '210105001010' },
    contact: { phone: '13800138000' },
  })
  calls += 1
  return new Promise((resolve, reject) => {
    const call = request(
      `${url}/api/cases`,
      {
        method: 'POST',
        agent: false,
        timeout: 30_000,
        // The limit by address is not what is tried here, and this machine has many addresses of its own.
        localAddress: `127.0.${1 + ((calls >> 6) % 200)}.${1 + (calls % 250)}`,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': key,
        },
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.on('error', reject)
      },
    )
    call.on('error', reject)
    call.on('timeout', () => call.destroy(new Error('no answer')))
    call.end(body)
  })
}

describe('a server that is killed in the middle of writes', () => {
  let folder = ''
  let server: ServerProcess | undefined
  const sent: Sent[] = []
  const refusals: string[] = []
  let stopping = false

  /** As an outbox does: the same id again until there is an answer. */
  async function write(writer: number): Promise<void> {
    for (let serial = 0; !stopping; serial += 1) {
      const one: Sent = { key: commandId(Date.now()), words: `第 ${writer} 人的第 ${serial} 件事`, tries: 0 }
      sent.push(one)
      while (!one.receipt) {
        one.tries += 1
        const answer = await post(server?.url ?? '', one).catch(() => undefined)
        if (answer?.status === 200) one.receipt = JSON.parse(answer.text) as Receipt
        else {
          if (answer) refusals.push(answer.text)
          await pause(100)
        }
      }
    }
  }
  const acknowledged = () => sent.filter(({ receipt }) => receipt).length

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxin-killed-'))
    server = await startServerProcess(folder)
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer + 1))
    for (let kill = 0; kill < KILLS; kill += 1) {
      const enough = acknowledged() + BETWEEN_KILLS
      while (acknowledged() < enough) await pause(20)
      await server.end('SIGKILL')
      server = await startServerProcess(folder)
    }
    const enough = acknowledged() + BETWEEN_KILLS
    while (acknowledged() < enough) await pause(20)
    stopping = true
    await Promise.all(writers)
  }, PATIENCE_MS)
  afterAll(async () => {
    await server?.end('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  test('answers a repeated id with the receipt that it gave before the kill', async () => {
    expect(refusals).toEqual([])
    expect(sent.some(({ tries }) => tries > 1)).toBe(true) // some were under way when it died
    for (const one of [sent[0], sent[BETWEEN_KILLS], ...sent.filter(({ tries }) => tries > 1)]) {
      if (!one?.receipt) throw new Error('not enough was written')
      const again = JSON.parse((await post(server?.url ?? '', one)).text) as Receipt
      expect([again.caseId, again.number, again.followCode]).toEqual([
        one.receipt.caseId,
        one.receipt.number,
        one.receipt.followCode,
      ])
    }
  })

  test('has every acknowledged matter exactly once, and events without a gap', async () => {
    await server?.end('SIGTERM')
    const database = await openPglite({ folder: join(folder, 'pglite') })
    try {
      const { cases, events } = await database.owner.transaction().execute(async (trx) => {
        await sql`set local app.tenant = 1`.execute(trx)
        const reported = await sql<{ key: string; caseId: string; number: string; steps: number }>`
          select e.command_id as key, c.id as "caseId", c.number, count(*) over (partition by c.id)::int as steps
          from event e join grid_case c on c.tenant = e.tenant and c.id = e.stream_id
          where e.tenant = 1 and e.type = 'case.reported'`.execute(trx)
        const { rows } = await sql<{ n: number; last: number; head: number }>`
          select count(*)::int as n, max(seq)::int as last, (select seq::int from tenant_head where tenant = 1) as head from event where tenant = 1`.execute(
          trx,
        )
        return { cases: reported.rows, events: rows[0] }
      })
      const byKey = new Map(cases.map((row) => [row.key, row]))
      for (const { key, receipt } of sent)
        expect(byKey.get(key)).toEqual({ key, caseId: receipt?.caseId, number: receipt?.number, steps: 1 })
      expect(cases.filter(({ key }) => sent.some((one) => one.key === key))).toHaveLength(sent.length)
      expect(new Set(cases.map(({ number }) => number)).size).toBe(cases.length)
      expect(events).toEqual({ n: events?.last, last: events?.last, head: events?.last })
    } finally {
      await database.close()
    }
  })
})
