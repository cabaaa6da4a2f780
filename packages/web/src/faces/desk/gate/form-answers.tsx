import type { FormAnswersView } from '@lianxin/contract/gate/gate-views'
import { Skeleton, Table } from 'antd'
import { useSay } from '../../../features/case/use-say.ts'
import { useFormAnswers } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'

type Row = FormAnswersView['rows'][number]

/** What communities sent for a form, and how much of it they had to type. */
export const FormAnswers = ({ id }: { readonly id: string }) => {
  const t = useWords('gate')
  const say = useSay()
  const answers = useFormAnswers(id)
  const told = (value: Row['answers'][string] | undefined) =>
    typeof value === 'boolean' ? t(value ? 'form.yes' : 'form.no') : (value ?? '—')
  return (
    <section className="gate-card" aria-labelledby="gate-answers">
      <h2 id="gate-answers">{t('answers.heading')}</h2>
      {answers.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {answers.error && <Problem error={answers.error} again={() => void answers.refetch()} />}
      {answers.data?.extracted && <p>{t('answers.extracted')}</p>}
      {answers.data?.rows.length === 0 && <p className="gate-empty">{t('answers.empty')}</p>}
      {answers.data && answers.data.rows.length > 0 && (
        <Table<Row>
          size="small"
          scroll={{ x: true }}
          pagination={false}
          rowKey={({ unit, occasionAt }) => `${unit.id} ${occasionAt}`}
          dataSource={answers.data.rows}
          columns={[
            { title: t('answers.community'), render: (_, row) => say.name(row.unit) },
            { title: t('answers.occasion'), render: (_, row) => <Time at={row.occasionAt} as="point" /> },
            ...answers.data.fields.map((field) => ({
              title: field.label,
              render: (_: unknown, row: Row) => told(row.answers[field.key]),
            })),
            { title: t('answers.typed'), dataIndex: 'typedCount' },
          ]}
        />
      )}
    </section>
  )
}
