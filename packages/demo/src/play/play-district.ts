import {
  CHINA_UTC_OFFSET_MINUTES,
  caseRoutes,
  catalogueRoutes,
  dayAt,
  HOUR_MS,
  isoDateOf,
} from '@lianxin/contract'
import { CATALOGUE } from '../catalogue.ts'
import type { CatalogueItem } from '../catalogue-item.ts'
import { mattersOfDay, type PlannedMatter } from '../day/matters-of-grid.ts'
import { type DemoDistrict, demoDistrict } from '../demo-district.ts'
import { contains } from '../geometry/plane.ts'
import type { Position } from '../geometry/projection.ts'
import type { Place } from '../places.ts'
import { createRandom } from '../random.ts'
import { Agenda } from './agenda.ts'
import { Caller, type Calls, isRefused } from './caller.ts'
import { Cast, type PasswordOf } from './cast.ts'
import { MatterLife, type Stage } from './matter-life.ts'
import { nextTimeOfDay } from './office-time.ts'
import { PlayClock } from './play-clock.ts'
import { Tally } from './tally.ts'
import { staffOf } from './who-acts.ts'

export interface PlayRequest {
  readonly url: string
  readonly passwordOf: PasswordOf
  readonly seed: number
  readonly speed: number
  /** Minute of the day at which reporting begins; undefined: now. */
  readonly fromMinute: number | undefined
  readonly hours: number
  /** About so many matters in a day; undefined: as the model has it. */
  readonly cases: number | undefined
  readonly onProgress: (progress: PlayProgress) => void
  /** Told once, when time runs at the wished speed and the first matter may come. */
  readonly onBegin?: (day: PlayedDay) => void
  /** Ends the play early. */
  readonly stop: AbortSignal
}

/** The day that is played, in played Unix milliseconds. */
export interface PlayedDay {
  readonly begin: number
  readonly end: number
  readonly now: () => number
}

export interface PlayProgress {
  readonly now: number
  readonly speed: number
  readonly tally: Tally
  readonly calls: Calls
  /** How far the play lags behind its plan, in played milliseconds. */
  readonly behindMs: number
}

const AT_ONCE = 8
const TELL_EVERY_MS = 2_000
const FAST_FORWARD = 1_000
const ENOUGH_FAULTS = 25

/**
 * Plays a district's day through the public HTTP API: the clock is set, people report, take up, dispatch, handle, verify and
 * judge at their times, and at the end the clock runs as usual again.
 */
export async function playDistrict(request: PlayRequest): Promise<PlayProgress> {
  const { url, speed, stop } = request
  const calls: Calls = { sent: 0, lost: 0, failed: 0, slowedDown: 0 }
  const demo = demoDistrict()
  const tally = new Tally()
  const cast = new Cast(demo, url, request.passwordOf, calls, stop)
  const clock = new PlayClock(cast.named('admin.system'))
  let behindMs = 0
  const progress = (): PlayProgress => ({ now: clock.now(), speed: clock.speed, tally, calls, behindMs })
  const telling = setInterval(() => {
    // Before the first answer nobody knows what time it is there.
    if (clock.now() > 0) request.onProgress(progress())
  }, TELL_EVERY_MS)
  try {
    await clock.run(1)
    const begin =
      request.fromMinute === undefined ? clock.now() : nextTimeOfDay(clock.now(), request.fromMinute)
    await forwardTo(begin, clock, stop)
    await clock.run(speed)
    const end = begin + request.hours * HOUR_MS
    request.onBegin?.({ begin, end, now: clock.now })
    const agenda = new Agenda()
    const stage: Stage = {
      cast,
      staff: staffOf(demo),
      tally,
      now: clock.now,
      stranger: () => new Caller(url, calls, stop),
      later: (at, run) => agenda.add({ at, run }),
    }
    const items = await itemsOf(stage.stranger())
    for (const life of livesOf(demo, request, items, begin, end, stage)) agenda.add(life)
    const counting = countOverdue(cast, tally, stop)
    try {
      await runAgenda(agenda, clock, end, stop, (lag) => {
        behindMs = lag
        return tally.figures.faults < ENOUGH_FAULTS
      })
    } finally {
      clearInterval(counting)
    }
  } finally {
    clearInterval(telling)
    clock.stop()
    await setBack(demo, request, calls)
  }
  return progress()
}

/** Also where the play was ended by a signal: with a way to the server of its own, which that signal does not end. */
async function setBack(demo: DemoDistrict, { url, passwordOf }: PlayRequest, calls: Calls): Promise<void> {
  const cast = new Cast(demo, url, passwordOf, calls, AbortSignal.timeout(10_000))
  // When the server is away, the speed ends by itself within a minute.
  await new PlayClock(cast.named('admin.system')).run(1).catch(() => {})
}

async function forwardTo(begin: number, clock: PlayClock, stop: AbortSignal): Promise<void> {
  if (begin - clock.now() < 60_000) return
  await clock.run(FAST_FORWARD)
  while (clock.now() < begin) {
    const wait = Math.max(5, Math.min(1_000, (begin - clock.now()) / clock.speed))
    await rest(wait, stop)
  }
}

/** The items that this server knows, with what it asks about them: a desk may have changed them since the start. */
async function itemsOf(anybody: Caller): Promise<readonly CatalogueItem[]> {
  const answer = await anybody.call(catalogueRoutes.items)
  if (isRefused(answer)) throw new Error(`The catalogue could not be read: ${answer.refused}.`)
  const questions = new Map(answer.map((item) => [item.code, item.questions]))
  return CATALOGUE.flatMap((item) => {
    const asked = questions.get(item.code)
    return asked ? [{ ...item, questions: asked }] : []
  })
}

function livesOf(
  demo: DemoDistrict,
  { seed, cases }: PlayRequest,
  catalogue: readonly CatalogueItem[],
  begin: number,
  end: number,
  stage: Stage,
): { at: number; run: () => Promise<void> }[] {
  const grids = demo.places.filter(({ level }) => level === 'grid')
  const model = { seed, items: catalogue }
  const items = new Map(catalogue.map((item) => [item.code, item]))
  const lives: { at: number; run: () => Promise<void> }[] = []
  const first = dayAt(begin, CHINA_UTC_OFFSET_MINUTES)
  for (let day = first; day <= dayAt(end, CHINA_UTC_OFFSET_MINUTES); day++) {
    const date = isoDateOf(day)
    const planned = (scale: number): [Place, PlannedMatter][] =>
      grids.flatMap((grid) =>
        mattersOfDay(model, grid.code, date, scale).map((one): [Place, PlannedMatter] => [grid, one]),
      )
    const scale = cases === undefined ? 1 : cases / Math.max(1, planned(1).length)
    for (const [grid, plan] of planned(scale)) {
      const item = items.get(plan.itemCode)
      if (plan.at < begin || plan.at >= end || !item) continue
      const life = new MatterLife(stage, plan, item, pointIn(grid, plan.id))
      lives.push({ at: plan.at, run: life.begin })
    }
  }
  return lives
}

/** A point of the grid, the same for the same matter. */
function pointIn({ geometry, labelPoint }: Place, label: string): Position {
  const random = createRandom(`point/${label}`)
  const outer = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]
  const ring = (outer ?? []).map(([x = 0, y = 0]) => ({ x, y }))
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)]
  for (let i = 0; i < 20 && ring.length > 0; i++) {
    const point = {
      x: random.between(Math.min(...xs), Math.max(...xs)),
      y: random.between(Math.min(...ys), Math.max(...ys)),
    }
    if (contains(ring, point)) return [round(point.x), round(point.y)]
  }
  return labelPoint
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** Takes what is due, some at once, until the end; what is due later than that is not played any more. */
async function runAgenda(
  agenda: Agenda,
  clock: PlayClock,
  end: number,
  stop: AbortSignal,
  goOn: (behindMs: number) => boolean,
): Promise<void> {
  const active = new Set<Promise<void>>()
  const failed: unknown[] = []
  while (!stop.aborted && failed.length === 0) {
    const now = clock.now()
    if (now >= end) break
    const next = agenda.next
    if (!goOn(next && next.at < now ? now - next.at : 0)) break
    if (next && next.at <= now && active.size < AT_ONCE) {
      agenda.take()
      const done: Promise<void> = next
        .run()
        .catch((error: unknown) => void failed.push(error))
        .finally(() => active.delete(done))
      active.add(done)
      continue
    }
    const due = next && active.size < AT_ONCE ? (next.at - now) / clock.speed : 250
    await Promise.race([...active, rest(Math.max(2, Math.min(due, 250)), stop)])
  }
  await Promise.allSettled(active)
  if (failed.length > 0 && !stop.aborted) throw failed[0]
}

function countOverdue(cast: Cast, tally: Tally, stop: AbortSignal): ReturnType<typeof setInterval> {
  const officer = cast.named('duty.district')
  return setInterval(() => {
    officer.call(caseRoutes.counts).then(
      (counts) => {
        if (!isRefused(counts)) tally.overdue = counts.overdue
      },
      (error: unknown) => {
        if (!stop.aborted) tally.unexpected('counts', String(error))
      },
    )
  }, TELL_EVERY_MS * 2)
}

const rest = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', done, { once: true })
  })
