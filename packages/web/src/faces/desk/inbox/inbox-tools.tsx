import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Popover, Select, Tooltip } from 'antd'
import { Download, Keyboard, ListFilter, Plus, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMe } from '../../../data/me.ts'
import { type CaseFilter, narrowing, SORTS, type Sort } from '../../../features/case/case-filter.ts'
import { raisable } from '../../../features/case/use-raise.ts'
import { useWords } from '../../../messages/words.ts'
import { ExportDialog } from './export-dialog.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterForm } from './filter-form.tsx'

interface InboxToolsProps {
  readonly filter: CaseFilter
  readonly mayExport: boolean
  readonly onKeys: () => void
}

export const SEARCH_ID = 'inbox-search'

export const InboxTools = ({ filter, mayExport, onKeys }: InboxToolsProps) => {
  const t = useWords('desk')
  const navigate = useNavigate()
  const mayRaise = raisable(useMe().data?.can ?? []).length > 0
  const [filterOpen, setFilterOpen] = useState(false)
  const [exportOpen, setExportOpen] = useState(false)
  const [number, setNumber] = useState(filter.number ?? '')
  useEffect(() => setNumber(filter.number ?? ''), [filter.number])

  const go = (next: CaseFilter) => void navigate({ to: '.', search: { ...next } })
  const without = ({ number: _, ...rest }: CaseFilter): CaseFilter => rest
  const find = () => {
    const wanted = number.trim()
    go(wanted ? { ...without(filter), number: wanted } : without(filter))
  }
  const chosen = Object.keys(narrowing(without(filter))).length
  return (
    <div className="inbox-tools">
      <search>
        <div className="inbox-bar">
          <Input
            id={SEARCH_ID}
            value={number}
            onChange={(event) => {
              setNumber(event.target.value)
              if (event.target.value === '' && filter.number) go(without(filter))
            }}
            prefix={<Search aria-hidden="true" className="desk-icon" />}
            placeholder={t('tools.placeholder')}
            aria-label={t('tools.search')}
            onPressEnter={find}
            allowClear
            maxLength={30}
          />
          <Popover
            trigger="click"
            placement="bottomLeft"
            open={filterOpen}
            onOpenChange={setFilterOpen}
            destroyOnHidden
            content={<FilterForm filter={filter} onChange={go} onClose={() => setFilterOpen(false)} />}
          >
            <Button
              icon={<ListFilter aria-hidden="true" className="desk-icon" />}
              aria-expanded={filterOpen}
              aria-label={t('tools.filterCount', { chosen })}
              type={chosen > 0 ? 'primary' : 'default'}
              ghost={chosen > 0}
            >
              {chosen > 0 ? chosen : null}
            </Button>
          </Popover>
          <Select<Sort>
            value={filter.sort ?? 'due'}
            onChange={(sort) => go({ ...filter, sort })}
            options={SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
            aria-label={t('tools.sort')}
            className="inbox-sort"
            popupMatchSelectWidth={false}
          />
          {mayRaise && (
            <Tooltip title={t('tools.new')}>
              <Link to="/desk/new" preload={false}>
                <Button
                  tabIndex={-1}
                  aria-label={t('tools.new')}
                  icon={<Plus aria-hidden="true" className="desk-icon" />}
                />
              </Link>
            </Tooltip>
          )}
          {mayExport && (
            <Tooltip title={t('tools.export')}>
              <Button
                aria-label={t('tools.export')}
                icon={<Download aria-hidden="true" className="desk-icon" />}
                onClick={() => setExportOpen(true)}
              />
            </Tooltip>
          )}
          <Tooltip title={t('tools.keys')}>
            <Button
              aria-label={t('tools.keys')}
              icon={<Keyboard aria-hidden="true" className="desk-icon" />}
              onClick={onKeys}
            />
          </Tooltip>
        </div>
      </search>
      <FilterChips filter={filter} onChange={go} />
      {mayExport && <ExportDialog filter={filter} open={exportOpen} onClose={() => setExportOpen(false)} />}
    </div>
  )
}
