import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { minuteOf } from '@lianxin/demo'
import { whole } from '../settings.ts'

const HELP = `npm run demo:soak -- [options]

Plays a day of the demonstration district fast against a server of its own, lets bursts of matters come in meanwhile, uses the
four faces, and measures: every clock's firing against its due time, errors, the time of reads before, during and after the
bursts, and whether the live streams missed anything. Ends with code 1 when something is beyond the limits.

  --speed N          1 to 1000 times as fast as the clock on the wall (default 100)
  --from HH:MM       time of day in China at which to begin (default 08:30)
  --hours N          hours of the day to play (default 16: offices close and days end within them, and with both some clocks)
  --cases N          about so many matters a day beside the bursts (default: some 400, as the model has it)
  --seed N           another day of the same sort (default 1)
  --bursts N         how many, spread over the play (default 3)
  --burst-seconds N  how long each lasts, in seconds on the wall (default 10)
  --per-second N     matters of a burst in a second on the wall (default 35)
  --postgres         on a PostgreSQL of its own (Debian: apt-get install postgresql-postgis) instead of the embedded database
  --folder PATH      scratch folder; its demonstration is used again by the next run (default: one in the temporary folder)
  --profile PATH     folder for a CPU profile of the server
  --result FILE      write the tables to this file too`

export interface SoakSettings {
  readonly speed: number
  readonly fromMinute: number
  readonly hours: number
  readonly cases: number | undefined
  readonly seed: number
  readonly bursts: number
  readonly burstSeconds: number
  readonly perSecond: number
  readonly postgres: boolean
  readonly folder: string
  readonly profileTo: string | undefined
  readonly result: string | undefined
}

export function readSoakSettings(args = process.argv.slice(2)): SoakSettings | { readonly help: string } {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      ...{ speed: text, from: text, hours: text, cases: text, seed: text, bursts: text },
      ...{ 'burst-seconds': text, 'per-second': text, folder: text, profile: text, result: text },
      ...{ postgres: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    },
  })
  if (values.help) return { help: HELP }
  const kind = values.postgres ? 'postgres' : 'embedded'
  return {
    speed: whole('speed', values.speed, 100, 1_000),
    fromMinute: minuteOf(values.from ?? '08:30'),
    hours: whole('hours', values.hours, 16, 24 * 31),
    cases: values.cases === undefined ? undefined : whole('cases', values.cases, 1, 100_000),
    seed: whole('seed', values.seed, 1, Number.MAX_SAFE_INTEGER),
    bursts: whole('bursts', values.bursts, 3, 100),
    burstSeconds: whole('burst-seconds', values['burst-seconds'], 10, 600),
    perSecond: whole('per-second', values['per-second'], 35, 1_000),
    postgres: values.postgres ?? false,
    folder: resolve(values.folder ?? join(tmpdir(), `lianxin-soak-${kind}`)),
    profileTo: values.profile && resolve(values.profile),
    result: values.result && resolve(values.result),
  }
}
