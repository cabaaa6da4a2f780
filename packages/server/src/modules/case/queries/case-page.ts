import {
  type CasePage,
  type CaseRow,
  getKind,
  type Kind,
  nextMove,
  reachesOf,
  stateNameFor,
  toneOf,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { type Actor, asking, perActor } from '../../../kernel/actor.ts'
import { openContent } from '../../../kernel/content.ts'
import { cursorAfter } from '../../../kernel/page-cursor.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { atMost } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { inBothLanguages } from '../domain/in-both-languages.ts'
import { firstInOrder, type ListInput, ORDERS } from './case-list.ts'
import { type NamesIn, type NamesOf, namesIn } from './known-names.ts'

type Row = NamesIn & {
  id: string
  number: string
  kind: string
  kind_version: number
  state: string
  version: number
  words_id: string
  words: Uint8Array | null
  level: number
  grid_code: string | null
  opened_at: number
  due_at: number | null
  provisional: boolean
  closed_at: number | null
  reopened_count: number
  photos: number
  requester_ids: string[]
}

const EXCERPT_LENGTH = 80
const DEFAULT_PAGE = 30

/** A page of matters within reach, in the order asked for, with whose words it shows. */
export async function casePage(
  tx: Tx,
  permit: Permit,
  input: ListInput,
): Promise<{ page: CasePage; subjects: string[] }> {
  const limit = input.limit ?? DEFAULT_PAGE
  const order = ORDERS[input.sort ?? 'due']
  const { rows } = await sql<Row>`
    with found as (${firstInOrder(tx, permit, input, limit + 1)})
    select c.*, d.words_id, w.body as words,
      array(select r.id from case_requester r where r.tenant = ${tx.tenant} and r.case_id = c.id) as requester_ids,
      (select count(*)::int from file f where f.tenant = ${tx.tenant} and f.case_id = c.id and f.erased_at is null) as photos
    from found c
    join case_detail d on d.tenant = ${tx.tenant} and d.case_id = c.id
    left join content w on w.tenant = ${tx.tenant} and w.id = d.words_id
    order by ${order.by} limit ${atMost(limit + 1)}`.execute(tx.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const ofState = stateTeller(tx.actor)
  const names = await namesIn(tx, shown)
  const next = rows.length > limit && last ? cursorAfter({ at: order.key(last), id: last.id }) : null
  return {
    page: { rows: shown.map((row) => present(tx, row, ofState(row), names(row))), next },
    subjects: shown.flatMap((row) => row.requester_ids),
  }
}

type OfState = Pick<CaseRow, 'kindName' | 'stateName' | 'tone' | 'untouched' | 'toVerify' | 'next'>
type Told = { readonly kind: Kind; readonly ofState: OfState }

/** What rows say because of their kind and state. A page has fifty in a handful of states: each is worked out once. */
const toldFor = perActor(() => new Map<string, Told>())

function stateTeller(actor: Actor): (row: Row) => Told {
  const who = asking(actor)
  const told = toldFor(actor)
  return ({ kind: name, kind_version, state: code }) => {
    const key = `${name}/${kind_version}/${code}`
    const known = told.get(key)
    if (known) return known
    const kind = getKind(name, kind_version)
    const state = kind.states[code]
    const next = nextMove(kind, code, (permission) => reachesOf(permission, who).length > 0)
    const ofState: OfState = {
      kindName: kind.report.by === 'requester' && !kind.report.under ? null : kind.name,
      stateName: stateNameFor(kind, code, 'staff'),
      tone: state ? toneOf(state) : 'open',
      untouched: code === kind.start,
      toVerify: Object.values(kind.moves).some(
        ({ from, rules }) => from.includes(code) && rules.includes('verifierIsNotHandler'),
      ),
      next:
        next === undefined ? null : { move: next, name: kind.moves[next]?.name ?? { zh: next, en: next } },
    }
    const made = { kind, ofState }
    told.set(key, made)
    return made
  }
}

const excerptOf = (words: string): string =>
  words.length <= EXCERPT_LENGTH ? words : [...words].slice(0, EXCERPT_LENGTH).join('')

function present(tx: Tx, row: Row, { kind, ofState }: Told, { community, item, owner }: NamesOf): CaseRow {
  const text = row.words ? openContent(tx, row.words_id, row.words) : ''
  const { words, wordsEn } = inBothLanguages(kind, text)
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    ...ofState,
    version: row.version,
    excerpt: excerptOf(words),
    excerptEn: wordsEn && excerptOf(wordsEn),
    item: row.item_code && item ? { code: row.item_code, ...item } : null,
    level: row.level,
    communityName: community.name,
    communityNameEn: community.nameEn,
    communityCode: row.community_code,
    gridCode: row.grid_code,
    owner: row.owner_unit_id && owner ? { id: row.owner_unit_id, ...owner } : null,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    provisional: row.provisional,
    closedAt: row.closed_at,
    overdue: row.closed_at === null && row.due_at !== null && row.due_at < tx.now,
    reopenedCount: row.reopened_count,
    photoCount: row.photos,
  }
}
