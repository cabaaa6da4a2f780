import { cpus, loadavg } from 'node:os'
import { figure, markdownTable } from '../report/markdown-table.ts'
import { EVERY_CLOCK } from './every-clock.ts'
import { FACES } from './faces.ts'
import {
  CLOCK_LIMIT_S,
  ERROR_LIMIT,
  punctualityOf,
  RECOVERY_LIMIT_S,
  recoveryMs,
  spreadOf,
  usualP95,
  wallSeconds,
  within,
} from './figures.ts'
import type { Past } from './past.ts'
import type { Played } from './play-day.ts'
import type { SoakSettings } from './soak-settings.ts'

export interface SoakReport {
  readonly text: string
  /** What is beyond the limits, a sentence each. */
  readonly beyond: readonly string[]
}

/** Everything that was measured, as tables, and what of it is beyond the limits. */
export function soakReport(
  settings: SoakSettings,
  played: Played,
  past: Past,
  { logged, unreached }: { readonly logged: number; readonly unreached: readonly string[] },
): SoakReport {
  const { speed } = settings
  const { readings, bursts, listeners, progress, span } = played
  const clocks = punctualityOf(past.clocks, played.pace)
  const silent = EVERY_CLOCK.filter((name) => !clocks.byClock.has(name))
  const [officer] = listeners
  const heardLate = past.clocks.flatMap(({ seq, dueAt }) => {
    const heard = seq === null ? undefined : officer?.heard.get(seq)
    return heard === undefined ? [] : [wallSeconds(dueAt, heard, played.pace)]
  })
  const told = spreadOf(heardLate)

  const { calls, tally } = progress
  const reports = [...played.startReports, ...bursts.flatMap((one) => one.reports)]
  const wrongReports = reports.filter(({ status }) => status !== 200)
  const wrongReadings = readings.filter(({ status }) => status !== 200)
  const sent = calls.sent + reports.length + readings.length
  const wrong = calls.lost + calls.failed + tally.figures.faults + wrongReports.length + wrongReadings.length

  const first = bursts[0]?.span.from ?? span.to
  const before = { from: span.from, to: first }
  const usual = usualP95(readings, before)
  const recoveries = bursts.map((one, order) =>
    recoveryMs(readings, one.span, bursts[order + 1]?.span.from ?? span.to + 6_000, usual),
  )
  const during = bursts.flatMap((one) => within(readings, one.span))
  const after = readings.filter(
    ({ at }) => at >= first && !bursts.some((one) => at >= one.span.from && at < one.span.to),
  )
  const msOf = (list: readonly { readonly ms: number }[]) => spreadOf(list.map(({ ms }) => ms))

  // The officer's reach is the district: everything that happened somewhere.
  const missed = listeners
    .slice(0, 4)
    .reduce((sum, { heard }) => sum + past.told.filter((seq) => !heard.has(seq)).length, 0)
  const disorder = listeners.reduce((sum, one) => sum + one.disorder, 0)
  const drops = listeners.reduce((sum, one) => sum + one.drops, 0)
  const delays = bursts.flatMap((one) =>
    one.reports.flatMap(({ receipt, at, ms }) => {
      const heard = receipt && officer?.firstHeardOf.get(receipt.caseId)
      return heard === undefined ? [] : [Math.max(0, heard - (at + ms))]
    }),
  )
  const live = spreadOf(delays)

  const beyond = [
    ...(clocks.beyond > 0
      ? [
          `${clocks.beyond} of ${past.clocks.length} clocks fired later than ${CLOCK_LIMIT_S} s, or not at all.`,
        ]
      : []),
    ...silent.map((name) => `No clock fired: ${name}.`),
    ...unreached.map((sentence) => `Not brought into this day: ${sentence}.`),
    ...(wrong / sent >= ERROR_LIMIT ? [`${wrong} of ${sent} requests went wrong.`] : []),
    ...(logged > 0 ? [`The server logged ${logged} errors.`] : []),
    ...recoveries.flatMap((ms, order) =>
      ms / 1_000 > RECOVERY_LIMIT_S ? [`After burst ${order + 1} reads were not back to usual.`] : [],
    ),
    ...(missed + disorder > 0
      ? [`Live streams missed ${missed} events and told ${disorder} twice or out of order.`]
      : []),
  ]
  const times = (name: string, { count, p50, p95, most }: ReturnType<typeof spreadOf>) => [
    name,
    count,
    figure(p50),
    figure(p95),
    figure(most),
  ]
  const text = [
    `# A day at ×${speed}`,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${settings.postgres ? 'PostgreSQL' : 'the embedded database'}, ` +
      `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)} at the end. ` +
      `Player, readers and listeners on the same machine.`,
    '',
    '```sh',
    `npm run demo:soak -- ${process.argv
      .slice(2)
      .filter(
        (word, i, all) =>
          !/^--(folder|result|profile)$/.test(word) && !/^--(folder|result|profile)$/.test(all[i - 1] ?? ''),
      )
      .join(' ')}`.trim(),
    '```',
    '',
    `${settings.hours} hours of a day in ${Math.round((span.to - span.from) / 1_000)} s, ${bursts.length} bursts of ${settings.perSecond} matters a second for ${settings.burstSeconds} s. ` +
      `${tally.figures.reported} matters were raised by the play (${tally.figures.closed} closed), ${reports.length} came in bursts and were left alone; the play lagged ${Math.round(progress.behindMs / 60_000)} minutes of its time behind at the end.`,
    '',
    markdownTable(
      ['Proof', 'Limit', 'Seen', ''],
      [
        [
          'Latest clock, seconds on the wall after its time',
          CLOCK_LIMIT_S,
          figure(clocks.late.most),
          clocks.beyond === 0 ? 'holds' : `${clocks.beyond} beyond`,
        ],
        [
          'Clocks of all kinds of which one fired',
          EVERY_CLOCK.length,
          EVERY_CLOCK.length - silent.length,
          silent.length === 0 ? 'holds' : `${silent.length} never`,
        ],
        [
          'Requests that went wrong',
          `< ${ERROR_LIMIT * 100} %`,
          `${wrong} of ${sent} (${((wrong / sent) * 100).toFixed(3)} %)`,
          wrong / sent < ERROR_LIMIT ? 'holds' : 'beyond',
        ],
        [
          'Reads back to usual after a burst, s',
          RECOVERY_LIMIT_S,
          recoveries.map((ms) => (Number.isFinite(ms) ? String(Math.round(ms / 1_000)) : 'not')).join(', ') ||
            '–',
          recoveries.every((ms) => ms / 1_000 <= RECOVERY_LIMIT_S) ? 'holds' : 'beyond',
        ],
        [
          'Events that a stream missed or repeated',
          0,
          missed + disorder,
          missed + disorder === 0 ? 'holds' : 'beyond',
        ],
        ['Errors in the log of the server', 0, logged, logged === 0 ? 'holds' : 'beyond'],
      ],
    ),
    '',
    markdownTable(
      ['Clocks, seconds on the wall after their time', 'Count', 'p50', 'p95', 'Latest'],
      [
        times('all, as stamped', clocks.late),
        ...[...new Set([...EVERY_CLOCK, ...clocks.byClock.keys()])].map((name) => {
          const spread = clocks.byClock.get(name)
          return spread ? times(name, spread) : [name, 'none fired', '–', '–', '–']
        }),
        times('all, when the district screen was told', told),
      ],
    ),
    '',
    ...(clocks.overtaken > 0
      ? [`${clocks.overtaken} more were stopped by somebody's step in the seconds after they were due.`, '']
      : []),
    markdownTable(
      ['Reads, ms', 'Count', 'p50', 'p95', 'Longest'],
      [
        times('before the first burst', msOf(within(readings, before))),
        times('during a burst', msOf(during)),
        times('after', msOf(after)),
        ...FACES.map((face) => times(face, msOf(readings.filter((one) => one.face === face)))),
        times('reports of a burst', msOf(bursts.flatMap((one) => one.reports))),
      ],
    ),
    '',
    `Usual is the highest p95 of any ten seconds before the first burst: ${figure(usual)} ms. ` +
      `${listeners.length} streams heard ${past.told.length} events of the district; a matter of a burst was told ${figure(live.p50)} ms (p50), ${figure(live.p95)} ms (p95), ${figure(live.most)} ms (longest) after its report was answered; ${drops} lines dropped.`,
    '',
    ...(wrong > 0
      ? [
          `What went wrong: ${[
            ...[...tally.faults].map(([code, { count }]) => `${code} ${count}`),
            ...counted([...wrongReports.map(({ refused, status }) => `report ${refused ?? status}`)]),
            ...counted(wrongReadings.map(({ status, face }) => `${face} ${status}`)),
            ...(calls.failed > 0 ? [`faults ${calls.failed}`] : []),
            ...(calls.lost > 0 ? [`no answer ${calls.lost}`] : []),
          ].join(', ')}.`,
          '',
        ]
      : []),
  ].join('\n')
  return { text, beyond }
}

function counted(names: readonly string[]): readonly string[] {
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  return [...times].map(([name, count]) => `${name} ${count}`)
}
