import { Button, Checkbox, Select } from 'antd'
import { useId } from 'react'
import type { CaseFilter } from '../../../features/case/case-filter.ts'
import { useWords } from '../../../messages/words.ts'
import { useChoices } from './use-choices.ts'

interface FilterFormProps {
  readonly filter: CaseFilter
  readonly onChange: (filter: CaseFilter) => void
  readonly onClose: () => void
}

type Field = 'state' | 'itemCode' | 'placeCode'

/** Narrows the list; every choice takes effect at once. */
export const FilterForm = ({ filter, onChange, onClose }: FilterFormProps) => {
  const t = useWords('desk')
  const id = useId()
  const { states, items, places } = useChoices()
  const choose = (field: Field, value: string | undefined) => {
    const { [field]: _, ...rest } = filter
    onChange(value ? { ...rest, [field]: value } : rest)
  }
  const tick = (field: 'overdue' | 'closed', on: boolean) => {
    const { [field]: _, ...rest } = filter
    onChange(on ? { ...rest, [field]: true } : rest)
  }
  const list = (field: Field, options: { value: string; label: string }[]) => (
    <div className="filter-field">
      <label htmlFor={`${id}-${field}`}>{t(`filter.${field}`)}</label>
      <Select
        id={`${id}-${field}`}
        value={filter[field] ?? null}
        onChange={(value: string | null) => choose(field, value ?? undefined)}
        options={options}
        placeholder={t('filter.any')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
      />
    </div>
  )
  return (
    <dialog open className="filter-form" aria-label={t('filter.title')}>
      {list('state', states)}
      {list('itemCode', items)}
      {places.length > 0 && list('placeCode', places)}
      <Checkbox checked={filter.overdue ?? false} onChange={(event) => tick('overdue', event.target.checked)}>
        {t('filter.overdue')}
      </Checkbox>
      <Checkbox checked={filter.closed ?? false} onChange={(event) => tick('closed', event.target.checked)}>
        {t('filter.closed')}
      </Checkbox>
      <Button type="primary" onClick={onClose}>
        {t('filter.done')}
      </Button>
    </dialog>
  )
}
