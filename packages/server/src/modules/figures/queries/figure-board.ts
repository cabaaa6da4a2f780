import {
  CHINA_UTC_OFFSET_MINUTES,
  DAY_MS,
  dayAt,
  type FigureBoard,
  type FigurePlace,
  figureRoutes,
  HOUR_MS,
  instantOf,
  type PlaceName,
  RATE_DAYS,
  type StepCounts,
} from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { placeRates } from '../../rating/index.ts'
import { addCounts, NO_STEPS } from '../domain/figures-of.ts'
import { countOpen, NONE_OPEN, sumOpen } from './count-open.ts'
import { countStepsByHour, countStepsByPlace } from './count-steps.ts'
import { type CountedUntil, countedUntil } from './counted-until.ts'
import { lengthBelow, placeAsked, placesBelow } from './figure-places.ts'
import type { SharedAnswers } from './shared-answers.ts'

type Counted = Omit<FigureBoard, 'place' | 'path'>

export const figureBoard = (shared: SharedAnswers<Counted>) =>
  query<typeof figureRoutes.board>({
    route: figureRoutes.board,
    permit: 'figures.view',
    async view(tx, permit, { query: asked }) {
      const { place, path } = await placeAsked(tx, permit, asked.place)
      const until = await countedUntil(tx)
      const key = `${tx.tenant} ${place.code}`
      const counted = await shared(key, { seq: until.seq, now: tx.now }, () => countBoard(tx, place, until))
      return { answer: { ...counted, place, path: [...path] }, subjects: [] }
    },
  })

/** All figures of a place. Days are days of the local calendar. */
export async function countBoard(
  tx: Tx,
  { code }: PlaceName,
  { seq, recounting }: CountedUntil,
): Promise<Counted> {
  const midnight = instantOf(dayAt(tx.now, CHINA_UTC_OFFSET_MINUTES), 0, CHINA_UTC_OFFSET_MINUTES)
  const since = (days: number) => ({ code, from: midnight - days * DAY_MS, until: midnight + DAY_MS })
  const length = lengthBelow(code) ?? code.length
  const open = await countOpen(tx, code, length)
  const now = sumOpen(open.values())
  const days = await countStepsByHour(tx, since(1))
  const ofDay = (start: number) => days.filter(({ hourAt }) => hourAt >= start && hourAt < start + DAY_MS)
  const total = (rows: readonly StepCounts[]) => rows.reduce(addCounts, NO_STEPS)
  const byHour = (start: number) =>
    Array.from({ length: 24 }, (_, hour) => {
      const row = days.find(({ hourAt }) => hourAt === start + hour * HOUR_MS)
      const { registered, closed, selfHandled } = row ?? NO_STEPS
      return { registered, closed, selfHandled }
    })
  const yesterday = midnight - DAY_MS
  return {
    at: tx.now,
    seq,
    now,
    today: total(ofDay(midnight)),
    yesterday: total(ofDay(yesterday)),
    recounting,
    rates: {
      days: RATE_DAYS,
      ...(await placeRates(tx, code, [since(RATE_DAYS - 1).from, tx.now + 1])),
    },
    hours: { today: byHour(midnight), yesterday: byHour(yesterday) },
    below: await below(tx, code, length, open, since(0)),
  }
}

/** The most overdue first. Matters of a community whose grid is not known stand under the community's own code. */
async function below(
  tx: Tx,
  code: string,
  length: number,
  open: Awaited<ReturnType<typeof countOpen>>,
  today: Parameters<typeof countStepsByPlace>[1],
): Promise<FigurePlace[]> {
  if (length === code.length) return []
  const steps = await countStepsByPlace(tx, today, length)
  const row = (place: PlaceName): FigurePlace => {
    const { registered, closed, selfHandled } = steps.get(place.code) ?? NO_STEPS
    return { ...place, ...(open.get(place.code) ?? NONE_OPEN), registered, closed, selfHandled }
  }
  const places = (await placesBelow(tx, code)).map(row)
  const itself = row({ code, name: '', nameEn: '', level: 'community' })
  const unplaced = itself.open + itself.registered + itself.closed > 0 ? [itself] : []
  return [...places, ...unplaced].sort(
    (a, b) => b.overdue - a.overdue || b.open - a.open || (a.code < b.code ? -1 : 1),
  )
}
