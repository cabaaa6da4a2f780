import { setTimeout as pause } from 'node:timers/promises'
import { caseRoutes, type Receipt } from '@lianxin/contract'
import type { CatalogueItem } from '@lianxin/demo'
import type { Position } from '@lianxin/demo/geometry/projection'
import { commandIdOf } from '@lianxin/demo/play/command-id'
import { residentWords } from '@lianxin/demo/play/words'
import { createRandom } from '@lianxin/demo/random'
import type { Sent } from './person.ts'

/** A matter of a burst: how its report went, and the matter when it was taken in. */
export interface Report extends Sent {
  readonly receipt: Receipt | undefined
  /** The code of the refusal, or what was said without words. */
  readonly refused: string | undefined
}

export interface BurstPlan {
  readonly url: string
  readonly label: string
  readonly perSecond: number
  readonly seconds: number
  readonly items: readonly CatalogueItem[]
  readonly points: readonly Position[]
  /** The played time, for the ids. */
  readonly now: () => number
}

/**
 * So many residents a second raise something, whether the server keeps up or not: each report goes at its moment and once.
 * Nobody takes these matters up, so that afterwards their clocks run out as close together as they came.
 */
export async function burst(plan: BurstPlan, stop: AbortSignal): Promise<readonly Report[]> {
  const start = performance.now()
  const reports: Promise<Report>[] = []
  for (let order = 0; order < plan.perSecond * plan.seconds && !stop.aborted; order++) {
    const due = start + (order * 1_000) / plan.perSecond
    const wait = due - performance.now()
    if (wait > 1) await pause(wait)
    reports.push(reportOne(plan, order, due))
  }
  return Promise.all(reports)
}

export async function reportOne(plan: BurstPlan, order: number, at: number): Promise<Report> {
  const random = createRandom(`${plan.label}/${order}`)
  const [lon, lat] = random.pick(plan.points)
  const body = {
    words: residentWords(random.pick(plan.items), random),
    where: { point: { lon, lat, crs: 'CGCS2000' } },
    contact: { phone: `1390${random.int(1_000_000, 9_999_999)}` },
  }
  const done = (status: number, receipt?: Receipt, refused?: string): Report => ({
    at,
    ms: performance.now() - at,
    status,
    receipt,
    refused,
  })
  try {
    const answer = await fetch(`${plan.url}${caseRoutes.report.path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': commandIdOf(`${plan.label}/${order}`, plan.now()),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    })
    const said = (await answer.json()) as Receipt & { code?: string }
    return answer.ok ? done(answer.status, said) : done(answer.status, undefined, said.code ?? 'no code')
  } catch (error) {
    return done(0, undefined, error instanceof Error ? error.name : 'no answer')
  }
}
