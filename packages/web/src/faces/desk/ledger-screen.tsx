import type { LedgerRow } from '@lianxin/contract/ledger/ledger-routes'
import { Button, Table, type TableColumnsType } from 'antd'
import { Hourglass, ShieldCheck } from 'lucide-react'
import { useSay } from '../../features/case/use-say.ts'
import { useLedger } from '../../features/ledger/use-ledger.ts'
import { useWords } from '../../messages/words.ts'
import { Time } from '../../ui/time.tsx'
import { Problem } from './problem.tsx'
import './ledger.css'

/** A number says what it counts where the head of its column is not shown. */
const named = (name: string, count: number) => (
  <>
    <span className="ledger-name">{name} </span>
    {count}
  </>
)

/** Who was shown personal data, when and why: for the auditor and data protection, who themselves see no names here. */
export const LedgerScreen = () => {
  const t = useWords('ledger')
  const say = useSay()
  const ledger = useLedger()
  const rows = ledger.data?.pages.flatMap((page) => page.rows) ?? []
  const columns: TableColumnsType<LedgerRow> = [
    {
      title: t('column.at'),
      dataIndex: 'at',
      width: 160,
      render: (at: number) => <Time at={at} as="point" />,
    },
    {
      title: t('column.who'),
      render: (_, row) =>
        [
          row.unitName && say.name({ name: row.unitName, nameEn: row.unitNameEn ?? '' }),
          row.postTitle && say.name({ name: row.postTitle, nameEn: row.postTitleEn ?? '' }),
          row.acting && t('acting'),
        ]
          .filter(Boolean)
          .join(' · ') || t('system'),
    },
    {
      title: t('column.view'),
      dataIndex: 'sentence',
      render: (sentence: LedgerRow['sentence']) => say.text(sentence),
    },
    {
      title: t('column.purpose'),
      dataIndex: 'purpose',
      render: (purpose: LedgerRow['purpose']) => (purpose ? say.text(purpose) : t('noPurpose')),
    },
    {
      title: t('column.subjects'),
      dataIndex: 'subjectCount',
      align: 'right',
      width: 90,
      render: (count: number) => named(t('column.subjects'), count),
    },
    {
      title: t('column.times'),
      dataIndex: 'times',
      align: 'right',
      width: 90,
      render: (count: number) => named(t('column.times'), count),
    },
    {
      title: t('column.sealed'),
      dataIndex: 'sealed',
      width: 130,
      render: (sealed: boolean) => (
        <span className="seal" data-tone={sealed ? 'closed' : 'suspended'}>
          {sealed ? <ShieldCheck aria-hidden="true" /> : <Hourglass aria-hidden="true" />}
          {t(sealed ? 'sealed' : 'notSealed')}
        </span>
      ),
    },
  ]
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <h1>{t('heading')}</h1>
      <p className="desk-quiet">{t('what')}</p>
      {ledger.error && <Problem error={ledger.error} again={() => void ledger.refetch()} />}
      <Table<LedgerRow>
        className="ledger"
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={rows}
        loading={ledger.isPending}
        pagination={false}
        locale={{ emptyText: t('empty') }}
      />
      {ledger.hasNextPage && (
        <Button onClick={() => void ledger.fetchNextPage()} loading={ledger.isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
    </main>
  )
}
