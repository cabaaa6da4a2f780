import { setTimeout as pause } from 'node:timers/promises'
import { demoDistrict, type PlayedDay, type PlayProgress, playDistrict } from '@lianxin/demo'
import { type BurstPlan, burst, type Report, reportOne } from './burst.ts'
import { type Reading, readFaces } from './faces.ts'
import type { Pace, Span } from './figures.ts'
import { Listener } from './listener.ts'
import { Person } from './person.ts'
import type { SoakSettings } from './soak-settings.ts'

/** One burst as it went: its reports, from the first that was due until the last that was answered. */
export interface BurstSeen {
  readonly span: Span
  readonly reports: readonly Report[]
}

/** What the soak noticed while the day was played; spans on the wall, the day in played milliseconds. */
export interface Played {
  readonly day: Pick<PlayedDay, 'begin' | 'end'>
  readonly pace: Pace
  /** The played moment until which is asked what has happened. */
  readonly dueUntil: number
  readonly span: Span
  readonly progress: PlayProgress
  readonly bursts: readonly BurstSeen[]
  readonly readings: readonly Reading[]
  readonly listeners: readonly Listener[]
  /** Of the residents who read. */
  readonly startReports: readonly Report[]
}

const RESIDENTS = 3
/** More than one open screen for each of them: the live stream is shared by tabs only in one browser. */
const LISTENING: readonly (readonly [username: string, screens: number])[] = [
  ['duty.district', 4],
  ['dispatcher.district', 4],
  ['dispatcher.santaizi', 4],
  ['community.mudan', 4],
  ['secretary.mudan', 4],
]
/** Reads of the first seconds open plans and connections: they are not what is usual. */
const WARM_UP_MS = 5_000
/** How long clocks that were due at the end are waited for, and then for the streams to fall silent. */
const GRACE_MS = 6_000
const SILENCE_MS = 3_000
const LONGEST_WAIT_MS = 60_000

/** Plays the day with bursts, readers and listeners. */
export async function playDay(
  settings: SoakSettings,
  url: string,
  passwordOf: (username: string) => string | undefined,
  say: (line: string) => void,
): Promise<Played> {
  const demo = demoDistrict()
  const stop = new AbortController()
  const begun = Promise.withResolvers<PlayedDay>()
  let told = 0
  let now = Date.now
  const plan = (label: string): BurstPlan => ({
    url,
    label: `${label}/${now()}`,
    perSecond: settings.perSecond,
    seconds: settings.burstSeconds,
    items: demo.catalogue.filter(({ kinds }) => kinds.includes('request')),
    points: demo.places.filter(({ level }) => level === 'grid').map(({ labelPoint }) => labelPoint),
    now: () => now(),
  })
  const startReports = await Promise.all(
    Array.from({ length: RESIDENTS }, (_, order) => reportOne(plan('resident'), order, performance.now())),
  )
  const receipts = startReports.flatMap(({ receipt }) => receipt ?? [])
  const faces = await readFaces(url, passwordOf, receipts, stop.signal)
  const listeners: Listener[] = []
  const silence = new AbortController()
  for (const [username, screens] of LISTENING) {
    const person = await Person.signIn(url, username, passwordOf(username))
    for (let i = 0; i < screens; i++) listeners.push(new Listener(person, () => now(), silence.signal))
  }
  const playing = playDistrict({
    ...{ url, passwordOf, seed: settings.seed, speed: settings.speed, hours: settings.hours },
    ...{ fromMinute: settings.fromMinute, cases: settings.cases, stop: stop.signal },
    onBegin: begun.resolve,
    onProgress({ now, tally, behindMs }) {
      if (told++ % 5 !== 0) return
      const { reported, closed, faults } = tally.figures
      const time = new Date(now).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' })
      say(
        `${time}  reported ${reported}  closed ${closed}  unexpected ${faults}  behind ${Math.round(behindMs / 60_000)} min`,
      )
    },
  })
  playing.catch(begun.reject)
  const day = await begun.promise
  now = day.now
  const started = performance.now()
  const lastsMs = (settings.hours * 3_600_000) / settings.speed
  const from = performance.now() + WARM_UP_MS
  const bursts: BurstSeen[] = []
  const bursting = (async () => {
    for (let i = 0; i < settings.bursts; i++) {
      const due = started + ((i + 1) * lastsMs) / (settings.bursts + 1)
      await pause(Math.max(0, due - performance.now()), undefined, { signal: stop.signal })
      say(`burst ${i + 1}: ${settings.perSecond} matters a second for ${settings.burstSeconds} s`)
      const start = performance.now()
      const reports = await burst(plan(`burst/${i}`), stop.signal)
      bursts.push({ span: { from: start, to: Math.max(...reports.map(({ at, ms }) => at + ms)) }, reports })
    }
  })()
  const progress = await playing
  const to = performance.now()
  await bursting
  stop.abort()
  await faces.ended
  // The clock runs at usual speed now. What was due before must be fired within seconds, and is told after that.
  await pause(GRACE_MS)
  const lastHeard = () => Math.max(0, ...listeners.map(({ heardAt }) => heardAt))
  while (performance.now() - lastHeard() < SILENCE_MS && performance.now() - to < LONGEST_WAIT_MS)
    await pause(250)
  const asked = progress.now + performance.now() - to
  silence.abort()
  await Promise.allSettled(listeners.map(({ ended }) => ended))
  return {
    day: { begin: day.begin, end: day.end },
    pace: { speed: settings.speed, end: progress.now, asked },
    dueUntil: Math.min(day.end, progress.now),
    span: { from, to },
    progress,
    bursts,
    readings: faces.readings,
    listeners,
    startReports,
  }
}
