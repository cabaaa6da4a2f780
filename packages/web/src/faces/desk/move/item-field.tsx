import { Radio, Select } from 'antd'
import { useItemChoice } from '../../../features/case/use-item-choice.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

/** What kind of matter it is: the likeliest few with why, and the whole catalogue behind them. */
export const ItemField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  const say = useSay()
  const { items, suggested, code, isSuggested, isUnknown, because, choose } = useItemChoice(form, move)
  const groups = Map.groupBy(items, (item) => (say.locale === 'en' ? item.majorNameEn : item.majorName))
  const elsewhere = isSuggested ? null : (code ?? null)
  return (
    <FieldFrame field="itemCode" form={form} required={move.needs.includes('itemCode')} group>
      {(control) => (
        <div className="items">
          {isUnknown && <p className="desk-quiet">{t('suggestion.unknown')}</p>}
          <Radio.Group
            className="item-cards"
            value={code ?? null}
            onChange={(event) => choose(String(event.target.value))}
            options={suggested.map((item) => ({
              value: item.code,
              label: (
                <span className="item-card">
                  <strong>{say.name(item)}</strong>
                  <span>{because(item)}</span>
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
