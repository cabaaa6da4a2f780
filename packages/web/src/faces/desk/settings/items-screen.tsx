import { itemKeepingRoutes, type KeptItem } from '@lianxin/contract/catalogue/item-keeping-routes'
import { type Limit, saidLimit } from '@lianxin/contract/setting/setting'
import { Button, Input, Segmented, Select, Table, type TableColumnsType, Tag } from 'antd'
import { Download, Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { urlOf } from '../../../data/api-client.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { filterItems, type ItemFilter, shownVersion } from '../../../features/catalogue/filter-items.ts'
import { useKeptItems } from '../../../features/catalogue/use-kept-items.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { ItemDrawer } from './item-drawer.tsx'
import { SheetDialog } from './sheet-dialog.tsx'

const ALL: ItemFilter = { words: '', origin: 'all', state: 'all' }

/** The item catalogue: the provincial base to be read, the district's own to be kept. */
export const ItemsScreen = () => {
  const t = useWords('setting')
  const catalogue = useKeptItems()
  const [filter, setFilter] = useState(ALL)
  const [open, setOpen] = useState<KeptItem | 'new' | null>(null)
  const [importing, setImporting] = useState(false)
  const { items = [], mayChange = false } = catalogue.data ?? {}
  const rows = filterItems(items, filter)
  return (
    <>
      <h1>{t('items.heading')}</h1>
      <p className="desk-quiet">{t('items.what')}</p>
      <div className="rule-actions">
        <Input.Search
          allowClear
          className="items-search"
          aria-label={t('items.search')}
          placeholder={t('items.search')}
          onChange={({ target }) => setFilter({ ...filter, words: target.value })}
        />
        <Segmented
          aria-label={t('items.origin')}
          value={filter.origin}
          onChange={(origin) => setFilter({ ...filter, origin })}
          options={(['all', 'province', 'district'] as const).map((value) => ({
            value,
            label: t(`items.origins.${value}`),
          }))}
        />
        <Select
          aria-label={t('items.state')}
          value={filter.state}
          popupMatchSelectWidth={false}
          onChange={(state) => setFilter({ ...filter, state })}
          options={(['all', 'inForce', 'planned', 'ended'] as const).map((value) => ({
            value,
            label: t(`items.states.${value}`),
          }))}
        />
        <span className="items-tools">
          {mayChange && (
            <Button
              type="primary"
              icon={<Plus className="desk-icon" aria-hidden="true" />}
              onClick={() => setOpen('new')}
            >
              {t('items.add')}
            </Button>
          )}
          <Button
            icon={<Download className="desk-icon" aria-hidden="true" />}
            href={urlOf(itemKeepingRoutes.export, {})}
            download
          >
            {t('items.export')}
          </Button>
          {mayChange && (
            <Button
              icon={<Upload className="desk-icon" aria-hidden="true" />}
              onClick={() => setImporting(true)}
            >
              {t('items.import')}
            </Button>
          )}
        </span>
      </div>
      {catalogue.error && <Problem error={catalogue.error} again={() => void catalogue.refetch()} />}
      <ItemTable
        rows={rows}
        loading={catalogue.isPending}
        open={setOpen}
        units={catalogue.data?.leadUnits ?? []}
      />
      {open && catalogue.data && (
        <ItemDrawer
          catalogue={catalogue.data}
          item={open === 'new' ? null : (items.find(({ code }) => code === open.code) ?? open)}
          close={() => setOpen(null)}
        />
      )}
      {importing && <SheetDialog close={() => setImporting(false)} />}
    </>
  )
}

interface ItemTableProps {
  readonly rows: readonly KeptItem[]
  readonly loading: boolean
  readonly open: (item: KeptItem) => void
  readonly units: readonly {
    readonly code: string
    readonly name: { readonly zh: string; readonly en: string }
  }[]
}

const ItemTable = ({ rows, loading, open, units }: ItemTableProps) => {
  const t = useWords('setting')
  const say = useSay()
  const unitName = (code: string) => {
    const unit = units.find((one) => one.code === code)
    return unit ? say.text(unit.name) : code
  }
  const limitOf = ({ limit, clockKind }: { readonly limit: number; readonly clockKind: Limit['kind'] }) =>
    say.text(saidLimit({ amount: limit, kind: clockKind }))
  const columns: TableColumnsType<KeptItem> = [
    {
      title: t('items.column.item'),
      render: (_, item) => {
        const version = shownVersion(item)
        return (
          <>
            <button type="button" className="items-open" onClick={() => open(item)}>
              {version ? say.name(version) : item.code}
            </button>
            <span className="desk-quiet">
              {item.code} · {version && (say.locale === 'en' ? version.plainEn : version.plain)}
            </span>
            <span className="desk-quiet items-narrow">
              {[
                version && `${t('items.column.level')} ${version.level}`,
                unitName(version?.leadUnit ?? ''),
                version && limitOf(version),
                item.openMatters > 0 && `${t('items.column.open')} ${item.openMatters}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )
      },
    },
    {
      title: t('items.column.level'),
      width: 64,
      responsive: ['lg'],
      render: (_, item) => shownVersion(item)?.level,
    },
    {
      title: t('items.column.leadUnit'),
      width: '20%',
      responsive: ['lg'],
      render: (_, item) => unitName(shownVersion(item)?.leadUnit ?? ''),
    },
    {
      title: t('items.column.limit'),
      width: '15%',
      responsive: ['lg'],
      render: (_, item) => {
        const version = shownVersion(item)
        return version && limitOf(version)
      },
    },
    {
      title: t('items.column.open'),
      width: 90,
      responsive: ['lg'],
      align: 'right',
      dataIndex: 'openMatters',
      sorter: (one, other) => one.openMatters - other.openMatters,
    },
    {
      title: t('items.column.state'),
      width: 110,
      responsive: ['lg'],
      render: (_, { present, planned, origin }) => (
        <>
          {origin === 'district' && <Tag color="blue">{t('items.origins.district')}</Tag>}
          {present?.ended && <Tag>{t('items.states.ended')}</Tag>}
          {planned && <Tag className="rule-soon">{t('items.states.planned')}</Tag>}
        </>
      ),
    },
  ]
  return (
    <Table<KeptItem>
      rowKey="code"
      size="small"
      columns={columns}
      dataSource={[...rows]}
      loading={loading}
      pagination={false}
      locale={{ emptyText: t('items.none') }}
    />
  )
}
