import type { CellFault, RuleSheetReport } from '@lianxin/contract/sheet/sheet-report'
import { Table, type TableColumnsType } from 'antd'
import { CircleAlert, CircleCheck, Equal } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

type Row = RuleSheetReport['rows'][number]
const ICONS = { read: CircleCheck, house: Equal, refused: CircleAlert } as const
const TONES = { read: 'closed', house: 'suspended', refused: 'overdue' } as const

/** In which column, what was found there, and what was expected. */
export const SheetFaults = ({ faults }: { readonly faults: readonly CellFault[] }) => {
  const t = useWords('setting')
  const say = useSay()
  return (
    <ul className="rule-sheet-faults">
      {faults.map(({ column, found, expected }) => (
        <li key={`${column?.zh} ${found} ${expected.zh}`}>
          {column && <strong>{say.text(column)}</strong>}
          {found !== null && (
            <span>{found.trim() === '' ? t('ruleSheet.empty') : t('ruleSheet.found', { found })}</span>
          )}
          <span>
            {found === null ? say.text(expected) : t('ruleSheet.expected', { expected: say.text(expected) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What becomes of each row; what has to be mended comes first. */
export const SheetRows = ({ rows }: Pick<RuleSheetReport, 'rows'>) => {
  const t = useWords('setting')
  const columns: TableColumnsType<Row> = [
    { title: t('sheet.column.line'), dataIndex: 'line', width: 64, align: 'right' },
    {
      title: t('ruleSheet.row'),
      render: (_, { said, outcome, faults }) => {
        const Icon = ICONS[outcome]
        return (
          <div className="rule-sheet-row">
            <span className="rule-sheet-said">{said}</span>
            <span className="seal" data-tone={TONES[outcome]}>
              <Icon aria-hidden="true" />
              {t(`ruleSheet.outcome.${outcome}`)}
            </span>
            {faults.length > 0 && <SheetFaults faults={faults} />}
          </div>
        )
      },
    },
  ]
  const sorted = rows.toSorted((one, other) => rank(one) - rank(other) || one.line - other.line)
  return (
    <Table<Row>
      rowKey="line"
      size="small"
      columns={columns}
      dataSource={sorted}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ y: 320 }}
    />
  )
}

const ORDER = ['refused', 'read', 'house'] as const
const rank = ({ outcome }: Row) => ORDER.indexOf(outcome)
