import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { SETTINGS } from '../cluster/scratch-cluster.ts'
import type { Filling } from '../data/fill.ts'
import { CONNECTIONS } from '../drive/measure.ts'
import { POOL_SIZE, type Result, type Row } from '../run-scenes.ts'
import type { BenchSettings } from '../settings.ts'
import { aimsOf } from './aims.ts'
import { figure, markdownTable, share } from './markdown-table.ts'

const SCENES = { one: 'One tenant', many: 'Many tenants' } as const
const NAMES: Readonly<Record<Row['operation'], string>> = {
  create: 'create a request',
  transition: 'one transition',
  inbox: "grid worker's inbox",
  list: 'desk list (50)',
  case: 'one case',
  tile: 'map tile',
}
const STEP_WORDS = {
  bare: 'bare: prologue, statements, answer',
  session: '+ session',
  posts: '+ posts of the account (policy)',
  outcome: '+ command id and outcome',
  events: '+ events',
  ledger: '+ read ledger',
  schemas: '+ body checked, answer by schema',
} as const

const commit = () => execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()

function sceneTable(rows: readonly Row[]): string {
  const head = [
    '',
    'p50 ms',
    'p95',
    'p99',
    'per s',
    'pgbench per s',
    'pgbench p95 ms',
    'of pgbench',
    'control per s',
    'of control',
    'server ms',
    'database ms',
    'generator ms',
    'statements',
  ]
  return markdownTable(
    head,
    rows.map((row) => [
      NAMES[row.operation],
      ...[row.ours.p50, row.ours.p95, row.ours.p99, row.ours.perSecond].map(figure),
      ...(row.limit
        ? [figure(row.limit.perSecond), figure(row.limit.p95), share(row.ours.perSecond, row.limit.perSecond)]
        : ['no statement', '', '']),
      figure(row.control.perSecond),
      share(row.ours.perSecond, row.control.perSecond),
      ...[row.ours.serverMs, row.ours.databaseMs, row.ours.generatorMs].map(figure),
      `${row.statements} in ${row.transactions}`,
    ]),
  )
}

const beforeTable = (rows: readonly Row[]) =>
  markdownTable(
    [
      '',
      'before per s',
      'after per s',
      'before p95 ms',
      'after p95',
      'before server ms',
      'after',
      'before database ms',
      'after',
    ],
    rows.flatMap(({ operation, before, ours }) =>
      before
        ? [
            [
              NAMES[operation],
              ...[before.perSecond, ours.perSecond, before.p95, ours.p95, before.serverMs, ours.serverMs].map(
                figure,
              ),
              ...[before.databaseMs, ours.databaseMs].map(figure),
            ],
          ]
        : [],
    ),
  )

const stepsTable = (rows: readonly Row[]) =>
  markdownTable(
    ['', ...rows.map((row) => NAMES[row.operation])],
    [
      ...Object.entries(STEP_WORDS).map(([step, words]) => [
        words,
        ...rows.map((row) => {
          const measured = row.steps.find((one) => one.step === step)?.measured
          return measured
            ? `${figure(measured.perSecond)} · ${figure(measured.serverMs)} + ${figure(measured.databaseMs)}`
            : '–'
        }),
      ]),
      [
        'ours',
        ...rows.map(
          ({ ours }) => `${figure(ours.perSecond)} · ${figure(ours.serverMs)} + ${figure(ours.databaseMs)}`,
        ),
      ],
    ],
  )

const MOST_PLACES = 20

const profileTable = ({ total, byPlace, byFunction }: Result['profiles'][number]['spent']) =>
  markdownTable(
    ['Place', '', 'Function', ''],
    byPlace.slice(0, MOST_PLACES).map(({ name, milliseconds }, index) => {
      const own = byFunction[index]
      const per = (ms: number) => `${((ms / total) * 100).toFixed(1)} %`
      return [name, per(milliseconds), own?.name ?? '', per(own?.milliseconds ?? 0)]
    }),
  )

/** The result of a run as a page: what was measured where, by which command, and how it compares. */
export function report(settings: BenchSettings, filling: Filling, { rows, idle, profiles }: Result): string {
  const command = [
    'npm run bench --',
    ...process.argv
      .slice(2)
      .filter(
        (word, index, all) =>
          word !== '--folder' &&
          all[index - 1] !== '--folder' &&
          word !== '--beside' &&
          all[index - 1] !== '--beside',
      ),
  ].join(' ')
  const parts = [
    `# Bench, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}`,
    `\`${command}\``,
    [
      `${figure(filling.cases)} matters of ${filling.tenants} tenants with ${figure(filling.events)} events, loaded in ${filling.filledInSeconds} s.`,
      `${availableParallelism()} processors (${cpus()[0]?.model ?? 'unknown'}) shared by server, database and generator; load average ${loadavg().map(figure).join(', ')} at the end.`,
      `${CONNECTIONS} connections, ${settings.seconds} s each, pools of ${POOL_SIZE}, Node ${process.version}, PostgreSQL with ${Object.entries(
        SETTINGS,
      )
        .map(([name, value]) => `${name}=${value}`)
        .join(', ')}.`,
      `With nobody asking, the server took ${share(idle.serverShare, 1)} and the database ${share(idle.databaseShare, 1)} of one processor.`,
      'Server, database and generator ms: processor time for one answer. Statements: how many the server sends, in how many transactions.',
    ].join('\n'),
  ]
  for (const scene of settings.scenes) {
    const own = rows.filter((row) => row.scene === scene)
    if (own.length === 0) continue
    parts.push(`## ${SCENES[scene]}`, sceneTable(own))
    if (own.some((row) => row.before)) parts.push('Before and after in this run:', beforeTable(own))
    if (settings.steps)
      parts.push(
        'The control step by step: per second · server ms + database ms for one answer.',
        stepsTable(own),
      )
    parts.push(aimsOf(own))
    for (const { spent } of profiles.filter((one) => one.scene === scene))
      parts.push("Where the server's processor time went (its start included):", profileTable(spent))
  }
  return `${parts.join('\n\n')}\n`
}
