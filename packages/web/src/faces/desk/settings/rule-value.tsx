import { Table } from 'antd'
import {
  fieldOf,
  fieldsOf,
  isTable,
  linesOf,
  rowsOf,
  type Shape,
  saidValue,
  titleOf,
} from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface RuleValueProps {
  readonly shape: Shape
  readonly value: unknown
  readonly label: string
}

/** What a rule says, to be read: a table of its rows, or a list of its fields. */
export const RuleValue = ({ shape, value, label }: RuleValueProps) => {
  const t = useWords('setting')
  const say = useSay()
  if (!isTable(shape))
    return (
      <dl className="rule-lines rule-lines-wide" aria-label={label}>
        {linesOf(shape, value).map((line) => (
          <div key={line.path}>
            <dt>{say.text(line.title)}</dt>
            <dd>{say.text(line.text)}</dd>
          </div>
        ))}
      </dl>
    )
  const row = shape.items ?? {}
  return (
    <Table<{ readonly key: number; readonly row: unknown }>
      size="small"
      aria-label={label}
      pagination={false}
      locale={{ emptyText: t('noRows') }}
      dataSource={rowsOf(value).map((one, key) => ({ key, row: one }))}
      columns={fieldsOf(row).map(([name, field]) => ({
        key: name,
        title: say.text(titleOf(field)),
        render: (_, { row: one }) => say.text(saidValue(field, fieldOf(one, name))),
      }))}
    />
  )
}
