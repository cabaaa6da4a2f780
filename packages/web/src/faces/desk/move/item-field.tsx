import { catalogueRoutes } from '@lianxin/contract/catalogue/catalogue-routes'
import { useQuery } from '@tanstack/react-query'
import { Radio, Select } from 'antd'
import { queryOf } from '../../../data/api-client.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

const SUGGESTED = 3

/** What kind of matter it is: the likeliest few with why, and the whole catalogue behind them. */
export const ItemField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  const say = useSay()
  const items = useQuery(queryOf(catalogueRoutes.items, {}))
  const suggested = form.suggestion?.items.slice(0, SUGGESTED) ?? []
  const code = form.draft.itemCode
  const choose = (itemCode: string) => {
    const level = items.data?.find((item) => item.code === itemCode)?.level
    form.change({ itemCode, ...(level !== undefined && move.may.includes('level') ? { level } : {}) })
  }
  const groups = Map.groupBy(items.data ?? [], (item) =>
    say.locale === 'en' ? item.majorNameEn : item.majorName,
  )
  const elsewhere = suggested.some((item) => item.code === code) ? null : (code ?? null)
  return (
    <FieldFrame field="itemCode" form={form} required={move.needs.includes('itemCode')} group>
      {(control) => (
        <div className="items">
          <Radio.Group
            className="item-cards"
            value={code ?? null}
            onChange={(event) => choose(String(event.target.value))}
            options={suggested.map((item) => ({
              value: item.code,
              label: (
                <span className="item-card">
                  <strong>{say.name(item)}</strong>
                  <span>
                    {item.because.length > 0
                      ? t('suggestion.because', { words: item.because.join(t('suggestion.comma')) })
                      : t('suggestion.common')}
                  </span>
                </span>
              ),
            }))}
          />
          <Select
            {...control}
            value={elsewhere}
            onChange={(value: string) => choose(value)}
            placeholder={t('placeholder.itemCode')}
            aria-label={t('placeholder.itemCode')}
            showSearch={{ optionFilterProp: 'label' }}
            options={[...groups].map(([label, group]) => ({
              label,
              title: label,
              options: group.map((item) => ({ value: item.code, label: say.name(item) })),
            }))}
          />
        </div>
      )}
    </FieldFrame>
  )
}
