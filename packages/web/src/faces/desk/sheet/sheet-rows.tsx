import type { CellFault, RuleSheetReport } from '@lianxin/contract/sheet/sheet-report'
import type { TableColumnsType } from 'antd'
import { CircleAlert, CircleCheck, Equal } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { OutcomeSeal, SheetTable } from './sheet-table.tsx'

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
      render: (_, { said, outcome, faults }) => (
        <div className="rule-sheet-row">
          <span className="rule-sheet-said">{said}</span>
          <OutcomeSeal icon={ICONS[outcome]} tone={TONES[outcome]} name={t(`ruleSheet.outcome.${outcome}`)} />
          {faults.length > 0 && <SheetFaults faults={faults} />}
        </div>
      ),
    },
  ]
  return <SheetTable rows={rows} columns={columns} order={['refused', 'read', 'house']} />
}
