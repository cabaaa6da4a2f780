import { Table, type TableColumnsType } from 'antd'
import type { LucideIcon } from 'lucide-react'

type Row<Outcome> = { readonly line: number; readonly outcome: Outcome }

interface SheetTableProps<Outcome, One extends Row<Outcome>> {
  readonly rows: readonly One[]
  readonly columns: TableColumnsType<One>
  /** Outcomes in the order in which they are shown: what has to be mended comes first. */
  readonly order: readonly Outcome[]
}

/** What becomes of each row of a spreadsheet. */
export const SheetTable = <Outcome, One extends Row<Outcome>>({
  rows,
  columns,
  order,
}: SheetTableProps<Outcome, One>) => {
  const rank = ({ outcome }: One) => order.indexOf(outcome)
  return (
    <Table<One>
      rowKey="line"
      size="small"
      columns={columns}
      dataSource={rows.toSorted((one, other) => rank(one) - rank(other) || one.line - other.line)}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ y: 320 }}
    />
  )
}

interface OutcomeSealProps {
  readonly icon: LucideIcon
  readonly tone: string
  readonly name: string
}

export const OutcomeSeal = ({ icon: Icon, tone, name }: OutcomeSealProps) => (
  <span className="seal" data-tone={tone}>
    <Icon aria-hidden="true" />
    {name}
  </span>
)
