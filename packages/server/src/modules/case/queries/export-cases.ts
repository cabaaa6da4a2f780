import {
  type CaseRow,
  CHINA_UTC_OFFSET_MINUTES,
  CSV_BYTE_ORDER_MARK,
  caseRoutes,
  csvRow,
  currentKind,
  localMinuteOf,
  stateNameFor,
} from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { sheetAnswer } from '../../../kernel/sheet-answer.ts'
import { casePage } from './case-page.ts'

const MOST_ROWS = 10_000
const PAGE = 100
const HEAD = [
  '编号 Number',
  '状态 State',
  '事项 Item',
  '社区 Community',
  '网格 Grid',
  '承办 Owner',
  '级别 Level',
  '登记 Registered',
  '期限 Due',
  '办结 Closed',
  '重办 Reopened',
  '内容 Words',
]

const when = (moment: number | null) =>
  moment === null ? '' : localMinuteOf(moment, CHINA_UTC_OFFSET_MINUTES)

const line = (row: CaseRow) =>
  csvRow([
    row.number,
    stateNameFor(currentKind(row.kind), row.state, 'staff').zh,
    row.item?.name ?? '',
    row.communityName,
    row.gridCode ?? '',
    row.owner?.name ?? '',
    row.level,
    when(row.openedAt),
    when(row.dueAt),
    when(row.closedAt),
    row.reopenedCount,
    row.excerpt,
  ])

/** A list as a spreadsheet. Every person whose words it carries is in the ledger, with the purpose that was stated. */
export const exportCases = query<typeof caseRoutes.export>({
  route: caseRoutes.export,
  permit: 'case.export',
  async view(tx, permit, { query: input }) {
    const lines = [CSV_BYTE_ORDER_MARK + csvRow(HEAD)]
    const subjects: string[] = []
    let cursor = input.cursor
    do {
      const found = await casePage(tx, permit, { ...input, limit: PAGE, ...(cursor ? { cursor } : {}) })
      lines.push(...found.page.rows.map(line))
      subjects.push(...found.subjects)
      cursor = found.page.next ?? undefined
    } while (cursor && subjects.length < MOST_ROWS)
    return { answer: sheetAnswer('cases.csv', lines.join('')), subjects }
  },
})
