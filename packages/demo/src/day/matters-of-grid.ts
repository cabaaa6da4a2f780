import { CHINA_UTC_OFFSET_MINUTES, DAY_MS, dayOfIsoDate, instantOf, isoDateOf } from '@lianxin/contract'
import { CATALOGUE } from '../catalogue.ts'
import type { CatalogueItem } from '../catalogue-item.ts'
import { createRandom, type Random } from '../random.ts'
import { callMix, coldMix, foundMix, type ItemMix } from './item-mix.ts'
import { drawCount, drawMinute, ratesOf } from './rates.ts'

/** Who brings it up: a resident raises it, or the grid worker finds it. */
export type MatterChannel = 'resident' | 'gridWorker'

/** A matter as it will go, drawn before it happens. */
export interface PlannedMatter {
  /** Grid, day and serial: 210105001010001-20261123-01. */
  readonly id: string
  /** Unix milliseconds. */
  readonly at: number
  readonly gridCode: string
  readonly channel: MatterChannel
  readonly itemCode: string
  readonly level: CatalogueItem['level']
  /** Settled by the grid worker on the spot. */
  readonly selfHandled: boolean
  /** Somebody has raised it before. */
  readonly repeats: boolean
  /** Answered after its deadline. */
  readonly late: boolean
  readonly hoursToAnswer: number
  /** The requester's verdict; null: none is given. */
  readonly solved: boolean | null
  /** 1 to 5; null where there is no verdict. */
  readonly satisfaction: number | null
}

const SELF_HANDLED = 0.75
const REPEATS = 0.12
const LATE = 0.05
const JUDGED = 0.6
/** Beijing 2024: 96.5 % of those asked said that it was solved. */
const SOLVED = 0.965
/** Liaoning 2023–24: of those who complained about heating 92.3 % were satisfied. */
const SOLVED_HEATING = 0.923
const HEATING = '11'

/** A day with the weights of its items, and matters drawn from it. */
export interface DayModel {
  readonly seed: number
  readonly items: readonly CatalogueItem[]
}

/** The matters of some days in one grid, in the order of their time. They depend on seed, grid and day alone. */
export function* mattersOfGrid(
  seed: number,
  gridCode: string,
  from: string,
  days: number,
): Generator<PlannedMatter> {
  for (let i = 0; i < days; i++) {
    yield* mattersOfDay({ seed, items: CATALOGUE }, gridCode, isoDateOf(dayOfIsoDate(from) + i))
  }
}

/** @param scale 2 brings twice as many matters */
export function mattersOfDay(
  model: DayModel,
  gridCode: string,
  day: string,
  scale = 1,
): readonly PlannedMatter[] {
  const rates = ratesOf(createRandom(`${model.seed}/busy/${gridCode}`), gridCode.slice(0, 4), day)
  const random = createRandom(`${model.seed}/matters/${gridCode}/${day}`)
  const drawn: Omit<PlannedMatter, 'id'>[] = []
  const add = (rate: number, channel: MatterChannel, mix: ItemMix) => {
    if (mix.length === 0) return
    const count = drawCount(rate * scale, random)
    for (let i = 0; i < count; i++)
      drawn.push(drawMatter(pickWeighted(mix, random), channel, gridCode, day, random))
  }
  add(rates.findings, 'gridWorker', foundMix(model.items, day))
  add(rates.requests, 'resident', callMix(model.items, day))
  add(rates.cold, 'resident', coldMix(model.items))
  return drawn
    .sort((a, b) => a.at - b.at)
    .map((matter, i) => ({
      id: `${gridCode}-${day.replaceAll('-', '')}-${String(i + 1).padStart(2, '0')}`,
      ...matter,
    }))
}

function drawMatter(
  item: CatalogueItem,
  channel: MatterChannel,
  gridCode: string,
  day: string,
  random: Random,
): Omit<PlannedMatter, 'id'> {
  const at =
    instantOf(dayOfIsoDate(day), drawMinute(random), CHINA_UTC_OFFSET_MINUTES) + random.int(0, 59_999)
  const small = item.level === 1 || item.level === 2
  const selfHandled = channel === 'gridWorker' && small && random.next() < SELF_HANDLED
  const late = !selfHandled && random.next() < LATE
  const share = late ? random.between(1.05, 1.6) : 0.03 + 0.82 * random.next() ** 2
  const solved = random.next() < (item.major === HEATING ? SOLVED_HEATING : SOLVED)
  const judged = channel === 'resident' && random.next() < JUDGED
  return {
    at,
    gridCode,
    channel,
    itemCode: item.code,
    level: item.level,
    selfHandled,
    repeats: random.next() < REPEATS,
    late,
    hoursToAnswer: selfHandled ? 0 : Math.round(hoursOf(item) * share * 10) / 10,
    solved: judged ? solved : null,
    satisfaction: judged ? (solved ? random.int(4, 5) : random.int(1, 2)) : null,
  }
}

/** About how long a limit lasts, on the wall: a working day is a day, eight working hours are a day too. */
function hoursOf({ clockKind, limit }: CatalogueItem): number {
  if (clockKind === 'urgentHour') return limit
  if (clockKind === 'workingHour') return limit * 3
  return (limit * DAY_MS) / 3_600_000
}

function pickWeighted<T>(list: readonly (readonly [T, number])[], random: Random): T {
  let left = random.next() * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of list) {
    left -= weight
    if (left < 0) return value
  }
  const [first] = list
  if (first === undefined) throw new RangeError('cannot draw from an empty list')
  return first[0]
}
