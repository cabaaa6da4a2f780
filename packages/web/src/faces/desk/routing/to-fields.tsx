import type { RoutingRule } from '@lianxin/contract/routing/routing-rule'
import type { RoutingOptions } from '@lianxin/contract/routing/routing-views'
import { PLACE_UNIT_WORDS } from '@lianxin/contract/routing/rule-words'
import { Select } from 'antd'
import { useId } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface ToFieldsProps {
  readonly rule: RoutingRule
  readonly options: RoutingOptions
  readonly change: (rule: RoutingRule) => void
  readonly wrong: boolean
}

const MOST_BESIDE = 7
const KINDS = ['department', 'subdistrict', 'community'] as const

/** Who then has it: one lead, others beside it. */
export const ToFields = ({ rule, options, change, wrong }: ToFieldsProps) => {
  const t = useWords('routing')
  const say = useSay()
  const id = useId()
  const units = [
    {
      label: t('editor.ofPlace'),
      title: t('editor.ofPlace'),
      options: Object.entries(PLACE_UNIT_WORDS).map(([value, word]) => ({ value, label: say.text(word) })),
    },
    ...KINDS.map((kind) => ({
      label: t(`editor.kind.${kind}`),
      title: t(`editor.kind.${kind}`),
      options: options.units
        .filter((unit) => unit.kind === kind)
        .map(({ code, name }) => ({ value: code, label: say.text(name) })),
    })),
  ]
  return (
    <fieldset className="routing-group">
      <legend>{t('editor.to')}</legend>
      <label htmlFor={`${id}lead`}>{t('editor.lead')}</label>
      <Select
        id={`${id}lead`}
        value={rule.lead === '' ? null : rule.lead}
        placeholder={t('editor.chooseUnit')}
        {...(wrong ? { status: 'error' as const, 'aria-describedby': `${id}wrong` } : {})}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(lead: string) =>
          change({ ...rule, lead, coHandlers: rule.coHandlers.filter((one) => one !== lead) })
        }
        options={units}
      />
      {wrong && (
        <span role="alert" id={`${id}wrong`} className="routing-fault">
          {t('editor.leadWrong')}
        </span>
      )}
      <label htmlFor={`${id}beside`}>{t('editor.beside')}</label>
      <Select
        id={`${id}beside`}
        mode="multiple"
        allowClear
        maxCount={MOST_BESIDE}
        value={rule.coHandlers}
        placeholder={t('editor.nobody')}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(coHandlers: string[]) =>
          change({ ...rule, coHandlers: coHandlers.filter((one) => one !== rule.lead) })
        }
        options={units}
      />
    </fieldset>
  )
}
