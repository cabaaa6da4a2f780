import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { MOST_TENANTS } from './data/tenant-names.ts'
import { OPERATION_NAMES, type OperationName } from './drive/operations.ts'

const HELP = `npm run bench -- [options]

Measures the server over HTTP on a database of its own, at 16 connections, and prints beside each operation what the
database alone could do with the same statements (pgbench) and what a bare server does with them (the control).

  --cases N         matters to load (default 1000000)
  --tenants N       tenants they are spread over (default 100)
  --seconds N       how long each measurement lasts (default 10)
  --only a,b        some of: ${OPERATION_NAMES.join(', ')}
  --scenes one,many one tenant, or people of all tenants at once (default both)
  --folder PATH     scratch folder; loaded data stays there for the next run (default: a folder in the temporary folder)
  --beside PATH     another checkout whose server is measured in the same run ("before")
  --profile         also write a CPU profile of the server and print where its time goes
  --steps           also measure the control step by step
  --result FILE     write the tables to this file too
  --load-only       fill the folder and stop

Needs PostgreSQL 15 or later with PostGIS (Debian: apt-get install postgresql-postgis). A million matters take about
15 GB and some minutes to load.`

export type BenchSettings = {
  readonly cases: number
  readonly tenants: number
  readonly seconds: number
  readonly only: readonly OperationName[]
  readonly scenes: readonly ('one' | 'many')[]
  readonly folder: string
  readonly beside: string | undefined
  readonly profile: boolean
  readonly steps: boolean
  readonly result: string | undefined
  readonly loadOnly: boolean
}

export const whole = (name: string, text: string | undefined, fallback: number, most: number): number => {
  if (text === undefined) return fallback
  const value = /^\d+$/.test(text) ? Number(text) : 0
  if (value < 1 || value > most)
    throw new Error(`--${name} must be a whole number from 1 to ${most}, not "${text}".`)
  return value
}

const words = <T extends string>(
  name: string,
  text: string | undefined,
  known: readonly T[],
): readonly T[] => {
  if (text === undefined) return known
  return text.split(',').map((word) => {
    const found = known.find((one) => one === word)
    if (!found) throw new Error(`--${name} knows ${known.join(', ')}, not "${word}".`)
    return found
  })
}

export function readSettings(args = process.argv.slice(2)): BenchSettings | { readonly help: string } {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args,
    options: {
      ...{
        cases: text,
        tenants: text,
        seconds: text,
        only: text,
        scenes: text,
        folder: text,
        beside: text,
        result: text,
      },
      ...{ profile: flag, steps: flag, 'load-only': flag, help: { ...flag, short: 'h' } },
    },
  })
  if (values.help) return { help: HELP }
  const cases = whole('cases', values.cases, 1_000_000, 50_000_000)
  const tenants = whole('tenants', values.tenants, 100, MOST_TENANTS)
  return {
    cases,
    tenants,
    seconds: whole('seconds', values.seconds, 10, 3_600),
    only: words('only', values.only, OPERATION_NAMES),
    scenes: words('scenes', values.scenes, ['one', 'many'] as const),
    folder: resolve(values.folder ?? join(tmpdir(), `lianxin-bench-${cases}-${tenants}`)),
    beside: values.beside && resolve(values.beside),
    profile: values.profile ?? false,
    steps: values.steps ?? false,
    result: values.result,
    loadOnly: values['load-only'] ?? false,
  }
}
