import { DAY_MS, HOUR_MS, MINUTE_MS } from '@lianxin/contract'
import { type DemoDistrict, demoDistrict, stableId } from '@lianxin/demo'
import type { App } from '../../../packages/server/src/app.ts'
import { Refused } from '../../../packages/server/src/kernel/refused.ts'
import { admitted, answered, BEGINNINGS, type Ground, submitted } from './begin-matter.ts'
import { COMMUNITY } from './ground.ts'
import { CannotHappen, Hands } from './hands.ts'
import { STORIES, type Step, type Story } from './stories.ts'

/** The day that is played after this, in played Unix milliseconds. */
export interface Day {
  readonly begin: number
  readonly end: number
}

const MOST_TRIES = 14
const MARGIN_MS = 5 * MINUTE_MS
/** Steps of a matter that somebody makes one after the other. */
const STEP_MS = MINUTE_MS
const UNIT = 'water'

/**
 * The weeks before the day, for the matters whose clocks run out on it: for every clock of every kind, and of the burden gate,
 * one that came that far by the usual steps and is then left alone. When it has to begin is found by trying, because a deadline
 * is working time. Gives the clocks that could not be brought into the day, with why.
 */
export async function playEve(app: App, day: Day): Promise<readonly string[]> {
  const demo = demoDistrict()
  const missing: string[] = []
  const [unitId, itemCode] = [stableId('unit', UNIT), itemOf(demo)]
  const ground = (label: string): Ground => {
    const until = Math.round(day.begin + (day.end - day.begin) / 3)
    const hands = new Hands(app, demo, { label: `eve/${day.begin}/${label}`, unitId, itemCode, until })
    return {
      ...{ hands, unitId, itemCode, communityUnitId: communityOf(demo) },
      play: (caseId, steps, lastAt) => playSteps(hands, caseId, steps, lastAt),
      published: STORIES['deliberation']?.find(({ clock }) => clock === 'publication')?.steps ?? [],
    }
  }
  for (const [kind, stories] of Object.entries(STORIES))
    for (const story of stories) {
      const why = await aim(day, story.days ?? 1, (at, order) =>
        tell(ground(`${kind}/${story.clock}/${order}`), kind, story, at, day),
      )
      if (why !== undefined) missing.push(`${kind} · ${story.clock}: ${why}`)
    }
  for (const [clock, reach] of [
    ['decision', submitted],
    ['answer', admitted],
  ] as const) {
    const why = await aim(day, 4, async (at, order) => {
      const { hands, ...rest } = ground(`gate/${clock}/${order}`)
      return hands.gateDueAt(await reach({ hands, ...rest }, at, day.end + 60 * DAY_MS, 'inspection'), at)
    })
    if (why !== undefined) missing.push(`gate · ${clock}: ${why}`)
  }
  const { hands, ...rest } = ground('gate/end')
  const until = Math.round((day.begin + day.end) / 2)
  await answered(
    hands,
    await admitted({ hands, ...rest }, day.begin - DAY_MS, until, 'inspection'),
    day.begin - HOUR_MS,
  )
  return missing
}

/** Begins anew at other moments until the clock runs out within the day; undefined when it does. */
async function aim(
  { begin, end }: Day,
  days: number,
  play: (at: number, order: number) => Promise<number | undefined>,
): Promise<string | undefined> {
  const latest = begin - 2 * MINUTE_MS
  let at = Math.min(latest, begin - days * DAY_MS + HOUR_MS)
  let before: number | undefined
  let why = 'it cannot be due within these hours'
  for (let order = 0; order < MOST_TRIES; order += 1) {
    let due: number | undefined
    try {
      due = await play(at, order)
    } catch (error) {
      if (!(error instanceof Refused || error instanceof CannotHappen)) throw error
      why = error.message
      due = Number.POSITIVE_INFINITY
    }
    if (due === undefined) return 'the steps do not start it'
    if (due >= begin + MARGIN_MS && due <= end - MARGIN_MS / 5) return undefined
    if (due > end) at -= Number.isFinite(due) && due - end < HOUR_MS * 12 ? due - end + HOUR_MS : DAY_MS
    // It began on a day off or at night: no earlier than when the offices open.
    else at = due === before ? at + DAY_MS / 2 : at + (begin + 2 * MARGIN_MS - due)
    at = Math.min(at, latest)
    before = due
  }
  return why
}

async function tell(
  ground: Ground,
  kind: string,
  story: Story,
  at: number,
  day: Day,
): Promise<number | undefined> {
  const { hands, play } = ground
  const first = story.steps.findIndex((step) => typeof step === 'string' && step.startsWith('@'))
  const alone = first < 0 ? story.steps.length : first
  const caseId = await BEGINNINGS[kind]?.(ground, at - alone * STEP_MS, story.opens)
  if (caseId === undefined) throw new Error(`no ${kind} begins`)
  const last = await play(caseId, story.steps, at)
  // A time that had to run out on the way has not before the day.
  if (last > day.begin - MINUTE_MS) return Number.POSITIVE_INFINITY
  return hands.dueAt(last, caseId, story.clock)
}

/** Plays the steps so that those before the first wait end at `lastAt`. Gives the moment of the last one. */
async function playSteps(
  hands: Hands,
  caseId: string,
  steps: readonly Step[],
  lastAt: number,
): Promise<number> {
  const wait = steps.findIndex((step) => typeof step === 'string' && step.startsWith('@'))
  let now = lastAt - (wait < 0 ? steps.length : wait) * STEP_MS
  for (const step of steps) {
    if (typeof step === 'string' && step.startsWith('@')) {
      const clock = step.slice(1)
      now = (await hands.dueAt(now, caseId, clock)) ?? now
      await hands.runOut(now, caseId, clock)
      continue
    }
    now += STEP_MS
    const [move, given] = typeof step === 'string' ? [step, {}] : step
    await hands.move(now, caseId, move, given)
  }
  return now
}

/** Something that a department handles, and that both residents raise and grid workers find. */
function itemOf({ catalogue }: DemoDistrict): string {
  const fits = catalogue.find(
    ({ leadUnitCode, kinds, questions }) =>
      leadUnitCode === UNIT &&
      kinds.includes('request') &&
      kinds.includes('finding') &&
      questions.length === 0,
  )
  if (!fits) throw new Error(`nothing in the catalogue is for ${UNIT}`)
  return fits.code
}

function communityOf({ units }: DemoDistrict): string {
  return units.find(({ kind, placeCode }) => kind === 'community' && placeCode === COMMUNITY)?.id ?? ''
}
