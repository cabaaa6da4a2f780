import {
  MOST_SIMULATED_ROWS,
  type SimulatedMatter,
  type SimulationReport,
} from '@lianxin/contract/routing/routing-views'
import type { Bilingual } from '@lianxin/contract/schema'
import { Link } from '@tanstack/react-router'
import { Table, type TableColumnsType } from 'antd'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'

/** Each matter that would have gone elsewhere; a press on its number opens it. */
export const SimulatedMatters = ({ report }: { readonly report: SimulationReport }) => {
  const t = useWords('routing')
  const say = useSay()
  const { rows } = report
  if (rows.length === 0) return <p>{t('simulate.same')}</p>
  const units = (list: readonly Bilingual[]) =>
    list.length === 0 ? t('simulate.nobody') : list.map(say.text).join(t('comma'))
  const columns: TableColumnsType<SimulatedMatter> = [
    {
      title: t('simulate.matter'),
      render: (_, row) => (
        <>
          <Link to="/desk/case/$id" params={{ id: row.caseId }} preload={false}>
            {row.number}
          </Link>
          <div className="desk-quiet">
            {say.text(row.item.name)} · {say.text(row.place)}
          </div>
        </>
      ),
    },
    { title: t('simulate.at'), width: 140, render: (_, row) => <Time at={row.at} as="point" still /> },
    {
      title: t('simulate.draft'),
      render: (_, row) => (
        <>
          <strong>{units(row.draft)}</strong>
          <div className="desk-quiet">
            {row.rule === null ? t('simulate.byCatalogue') : t('simulate.byRule', { number: row.rule })}
          </div>
        </>
      ),
    },
    { title: t('simulate.now'), render: (_, row) => units(row.now) },
    {
      title: t('simulate.really'),
      render: (_, row) => (row.really.length === 0 ? t('simulate.unsent') : units(row.really)),
    },
  ]
  return (
    <>
      <Table
        size="small"
        rowKey="caseId"
        columns={columns}
        dataSource={[...rows]}
        scroll={{ x: 'max-content' }}
        pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      />
      {rows.length >= MOST_SIMULATED_ROWS && (
        <p className="desk-quiet">{t('simulate.first', { count: MOST_SIMULATED_ROWS })}</p>
      )}
    </>
  )
}
