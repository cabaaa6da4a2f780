import './own-packages.ts'
import { resolve } from 'node:path'
import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'
import { count } from './show-progress.ts'
import { wholeNumber } from './whole-number.ts'

const HELP = `npm run demo:play -- [options]

Plays a day of the demonstration district against a running demonstration: residents raise matters, grid workers and
communities take them up or triage, dispatchers dispatch, departments sign for, handle and report, others verify, and
residents say whether it is solved. Some are late, some are not solved. Every step is an ordinary request of the public
API. The demonstration's time runs at the chosen speed meanwhile and never goes back; afterwards it runs as usual.

  --speed N        1 to 1000 times as fast as the clock on the wall (default 100: a day in a quarter of an hour)
  --hours N        hours of the day to play (default 24)
  --from HH:MM     time of day in China at which to begin; time is run forward to it (default: now)
  --cases N        about so many matters a day (default: some 400, as the model has it)
  --seed N         another day of the same sort (default 1). The same seed at the same time goes on where it stopped
  --url URL        the demonstration (default http://127.0.0.1:8080)
  --accounts PATH  where it keeps its accounts (default ./data/keys)

Ctrl-C ends it and sets the clock back to usual speed. If it is killed, the clock does so by itself within a minute.`

const OPTIONS = {
  speed: { type: 'string', default: '100' },
  hours: { type: 'string', default: '24' },
  from: { type: 'string' },
  cases: { type: 'string' },
  seed: { type: 'string', default: '1' },
  url: { type: 'string', default: 'http://127.0.0.1:8080' },
  accounts: { type: 'string', default: './data/keys' },
} as const

const list = (entries: Iterable<readonly [string, number]>): string =>
  [...entries]
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${count(times)}`)
    .join(', ')

await failPlainly(async () => {
  const { values, positionals } = readArguments(HELP, OPTIONS)
  if (positionals.length > 0)
    throw new Error(`"${positionals[0]}" is not understood: see npm run demo:play -- --help.`)
  if (!URL.canParse(values.url)) throw new Error(`--url must be an address, not "${values.url}".`)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  const { minuteOf, playDistrict, readPasswords } = await import('@lianxin/demo')
  const isTerminal = process.stdout.isTTY === true
  let lines = 0
  const began = performance.now()
  const end = await playDistrict({
    url: values.url.replace(/\/$/, ''),
    passwordOf: readPasswords(resolve(values.accounts)),
    seed: wholeNumber('seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    speed: wholeNumber('speed', values.speed, 1, 1_000),
    hours: wholeNumber('hours', values.hours, 1, 24 * 31),
    fromMinute: values.from === undefined ? undefined : minuteOf(values.from),
    cases: values.cases === undefined ? undefined : wholeNumber('cases', values.cases, 1, 100_000),
    stop: stop.signal,
    onProgress({ now, speed, tally, behindMs }) {
      if (!isTerminal && lines++ % 5 !== 0) return
      const { reported, open, closed, refused, faults } = tally.figures
      const moment = new Date(now).toLocaleString('en-GB', {
        timeZone: 'Asia/Shanghai',
        weekday: 'short',
        day: '2-digit',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      })
      const line =
        `${moment} ×${speed}  reported ${reported}  open ${open}  closed ${closed}  overdue ${tally.overdue}  ` +
        `others were faster ${refused}${faults > 0 ? `  unexpected ${faults}` : ''}  behind ${Math.round(behindMs / 60_000)} min`
      process.stdout.write(isTerminal ? `\r\u001b[2K${line}` : `${line}\n`)
    },
  })
  const { tally, calls } = end
  const { reported, open, closed, refused, faults } = tally.figures
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${isTerminal ? '\n' : ''}Reported ${reported}, closed ${closed}, still open ${open}; overdue in the district ${tally.overdue}.`,
  )
  console.log(`Steps: ${list(tally.moves) || 'none'}.`)
  console.log(
    `${count(calls.sent)} requests in ${Math.round(seconds)} s; ${calls.lost + calls.failed} got no answer or a fault and were sent again, ${calls.slowedDown} were told to wait.`,
  )
  if (refused > 0) console.log(`Somebody else was faster: ${list(tally.refusals)}.`)
  if (faults > 0) {
    for (const [code, { count: times, detail }] of tally.faults)
      console.error(`Unexpected: ${code}, ${times} times. ${detail}`)
    process.exitCode = 1
  }
  if (stop.signal.aborted) process.exitCode = 130
})
