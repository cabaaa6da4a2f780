import {
  CHINA_UTC_OFFSET_MINUTES,
  DAY_MS,
  dayAt,
  HOUR_MS,
  type HolidayCalendar,
  isoDateOf,
} from '@lianxin/contract'
import type { Keys } from '../../packages/server/src/kernel/ports.ts'
import { type CaseTable, COLUMNS, caseRows, copyRow, eventRow } from './case-rows.ts'
import { type Chance, chance } from './chance.ts'
import type { CopyStream } from './copy-stream.ts'
import { type Ground, type ImaginedCase, type ImaginedStep, imagineCase } from './imagine-case.ts'

/** Open matters are a few per cent of all. */
const OPEN_SHARE = 0.04
const HISTORY_MS = 300 * DAY_MS
/** An open matter was raised at most this long ago, and its clock has this much left: nothing runs out under the bench. */
const OPEN_AGE_MS = 6 * DAY_MS
const LEFT_MS = 3 * HOUR_MS
const AT_ONCE = 10_000

export type TenantLoad = {
  readonly tenant: number
  readonly prefix: string
  readonly keys: Keys
  readonly grounds: readonly Ground[]
  readonly calendar: HolidayCalendar
  readonly words: readonly string[]
  readonly cases: number
  readonly now: number
}

const TABLES = Object.keys(COLUMNS).filter((table): table is CaseTable => table !== 'event')

/** Imagines a tenant's matters oldest first and streams their rows; events lie in the order of time, numbered without a gap. */
export async function loadCases(
  load: TenantLoad,
  stream: CopyStream,
): Promise<{ cases: number; events: number }> {
  const random = chance(load.tenant * 7_919)
  const serials = new Map<string, number>()
  let seq = 0
  for (let from = 0; from < load.cases; from += AT_ONCE) {
    const rows = Object.fromEntries(TABLES.map((table) => [table, [] as string[]])) as Record<
      CaseTable,
      string[]
    >
    const steps: { step: ImaginedStep; ground: Ground }[] = []
    for (let n = from; n < Math.min(load.cases, from + AT_ONCE); n++) {
      const ground = random.pick(load.grounds)
      const imagined = imagineOne(load, n, ground, random)
      const day = isoDateOf(dayAt(imagined.facts.openedAt, CHINA_UTC_OFFSET_MINUTES))
      const serial = (serials.get(day) ?? 0) + 1
      serials.set(day, serial)
      const made = caseRows(load.tenant, load.keys, imagined, { serial, prefix: load.prefix }, random)
      for (const table of TABLES) rows[table].push(made[table])
      for (const step of imagined.steps) steps.push({ step, ground })
    }
    for (const table of TABLES) await stream.rows(table, COLUMNS[table], rows[table].join(''))
    steps.sort((a, b) => a.step.at - b.step.at)
    for (let start = 0; start < steps.length; start += AT_ONCE) {
      const part = steps.slice(start, start + AT_ONCE)
      const text = part.map(({ step, ground }) => eventRow(load.tenant, ++seq, step, ground, random)).join('')
      await stream.rows('event', COLUMNS.event, text)
    }
  }
  const days = [...serials].map(([day, serial]) => copyRow([load.tenant, day, serial])).join('')
  await stream.rows('case_number', 'tenant, day, serial', days)
  await stream.rows('tenant_head', 'tenant, seq', copyRow([load.tenant, seq]))
  return { cases: load.cases, events: seq }
}

function imagineOne(load: TenantLoad, n: number, ground: Ground, random: Chance): ImaginedCase {
  const words = random.pick(load.words)
  const closedCount = Math.floor(load.cases * (1 - OPEN_SHARE))
  if (n < closedCount) {
    // The last closed one is old enough for its whole history to lie in the past.
    const oldest = load.now - HISTORY_MS
    const openedAt = Math.floor(
      oldest + ((HISTORY_MS - 20 * DAY_MS) * n) / closedCount + random.next() * HOUR_MS,
    )
    return imagineCase(ground, load.calendar, { openedAt, open: false, words }, random)
  }
  for (let age = OPEN_AGE_MS; ; age /= 2) {
    const openedAt = Math.floor(load.now - random.next() * age - 60_000)
    const made = imagineCase(ground, load.calendar, { openedAt, open: true, words }, random)
    const past = made.steps.every((step) => step.at <= load.now)
    if ((past && (made.facts.dueAt ?? 0) > load.now + LEFT_MS) || (past && age < 60_000)) return made
  }
}
