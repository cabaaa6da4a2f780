import { formatPublicNumber } from '@lianxin/contract'
import type { Keys } from '../../packages/server/src/kernel/ports.ts'
import type { Chance } from './chance.ts'
import type { Ground, ImaginedCase, ImaginedStep } from './imagine-case.ts'

const UTC_OFFSET_MINUTES = 480

/** The columns of each table in the order in which rows are written. */
export const COLUMNS = {
  grid_case:
    'tenant, id, kind, kind_version, number, version, state, open, place_code, community_code, grid_code, item_code, item_version, level, owner_unit_id, unit_ids, reported_by, due_at, provisional, opened_at, closed_at, reopened_count, solved, satisfaction, choices, counts, climbed, rung, initiator_unit_id',
  case_detail:
    'tenant, case_id, words_id, detail_id, point_id, compound_id, building_id, echo_wall, language',
  case_requester: 'tenant, case_id, id, name, phone, phone_index, wants_call',
  case_assignment: 'tenant, id, case_id, unit_id, role, state, round, handled_by, place_code',
  clock: 'tenant, id, case_id, assignment_id, clock, started_at, due_at, provisional, stopped_at, fired_at',
  content: 'tenant, id, stream_id, field, body, created_at',
  event:
    'tenant, seq, id, type, stream, stream_id, stream_version, actor_kind, actor_account, actor_post, command_id, payload, recorded_at',
} as const
export type CaseTable = Exclude<keyof typeof COLUMNS, 'event'>

type Value = string | number | boolean | null | Uint8Array

/** One row in PostgreSQL's text format for COPY. What we write has no tabs or line ends; a backslash only before `x`. */
export const copyRow = (values: readonly Value[]): string =>
  `${values
    .map((value) =>
      value === null
        ? '\\N'
        : value instanceof Uint8Array
          ? `\\\\x${Buffer.from(value).toString('hex')}`
          : typeof value === 'boolean'
            ? value
              ? 't'
              : 'f'
            : String(value).replaceAll('\\', '\\\\'),
    )
    .join('\t')}\n`

const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString())

const PHONES = 10_000_000
const FAMILY = [...'王李张刘陈杨赵黄周吴']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平']

/** The rows of one matter but its events, sealed with the tenant's own keys as the application would. */
export function caseRows(
  tenant: number,
  keys: Keys,
  { id, facts, texts, wordsId }: ImaginedCase,
  { serial, prefix }: { serial: number; prefix: string },
  random: Chance,
): Record<CaseTable, string> {
  const number = formatPublicNumber({
    prefix,
    registeredAt: facts.openedAt,
    serial,
    utcOffsetMinutes: UTC_OFFSET_MINUTES,
  })
  const requester = random.idAt(facts.openedAt)
  const seat = (column: string) => ({ table: 'case_requester', column, row: requester })
  const phone = random.next() < 0.7 ? `+86139${String(random.below(PHONES)).padStart(8, '0')}` : null
  const name = phone ? random.pick(FAMILY) + random.pick(GIVEN) : null
  return {
    grid_case: copyRow([
      ...[
        tenant,
        id,
        facts.kind,
        facts.kindVersion,
        number,
        facts.version,
        facts.state,
        facts.closedAt === null,
      ],
      ...[
        facts.placeCode,
        facts.communityCode,
        facts.gridCode,
        facts.itemCode,
        facts.itemVersion,
        facts.level,
      ],
      ...[
        facts.ownerUnitId,
        `{${facts.unitIds.join(',')}}`,
        facts.reporterId,
        moment(facts.dueAt),
        facts.provisional,
      ],
      ...[
        moment(facts.openedAt),
        moment(facts.closedAt),
        facts.reopenedCount,
        facts.solved,
        facts.satisfaction,
      ],
      ...[
        JSON.stringify(facts.choices),
        JSON.stringify(facts.counts),
        facts.climbed,
        facts.rung,
        facts.initiatorUnitId,
      ],
    ]),
    case_detail: copyRow([tenant, id, wordsId, null, null, null, null, false, 'zh-CN']),
    case_requester: facts.reporterId
      ? ''
      : copyRow([
          ...[tenant, id, requester, name && keys.columns.seal(name, seat('name'))],
          phone && keys.columns.seal(phone, seat('phone')),
          ...[phone && keys.blindIndex('case_requester.phone', phone), false],
        ]),
    case_assignment: facts.assignments
      .map((one) =>
        copyRow([
          tenant,
          one.id,
          id,
          one.unitId,
          one.role,
          one.state,
          one.round,
          `{${one.handledBy.join(',')}}`,
          facts.placeCode,
        ]),
      )
      .join(''),
    clock: facts.clocks
      .map((one) =>
        copyRow([
          ...[tenant, one.id, id, one.assignmentId, one.clock, moment(one.startedAt), moment(one.dueAt)],
          ...[one.provisional, moment(one.stoppedAt), moment(one.firedAt)],
        ]),
      )
      .join(''),
    content: texts
      .map((text) =>
        copyRow([
          ...[tenant, text.id, id, text.field],
          ...[
            keys.columns.seal(text.text, { table: 'content', column: 'body', row: text.id }),
            moment(text.at),
          ],
        ]),
      )
      .join(''),
  }
}

export function eventRow(
  tenant: number,
  seq: number,
  { event, at, by }: ImaginedStep,
  ground: Ground,
  random: Chance,
): string {
  const staff = by === 'requester' || by === 'clock' ? undefined : by
  return copyRow([
    ...[tenant, seq, event.id, event.type, event.stream, event.streamId, event.streamVersion],
    staff ? 'account' : by === 'clock' ? 'system' : 'anonymous',
    ...[staff ? ground.posts[staff] : null, staff ? ground.posts[staff] : null],
    ...[random.idAt(at), JSON.stringify(event.payload), moment(at)],
  ])
}
