import { FREQUENCIES } from '@lianxin/contract/gate/burden'
import type { GateDraft } from '@lianxin/contract/gate/gate-draft'
import { InputNumber, Radio, Select } from 'antd'
import { useId } from 'react'
import { dayText, dayValue } from '../../../features/gate/day-text.ts'
import { useWords } from '../../../messages/words.ts'
import { CommunityChoice } from './community-choice.tsx'

/** The component library's own width goes before any sheet of ours. */
const FULL = { inlineSize: '100%' } as const

interface TermsFieldsProps {
  readonly draft: GateDraft
  readonly change: (part: Partial<GateDraft>) => void
}

/** Whom it is asked of, how long it takes, how often, from when until when. */
export const TermsFields = ({ draft, change }: TermsFieldsProps) => {
  const t = useWords('gate')
  const id = useId()
  return (
    <section className="gate-card gate-form" aria-label={t('ask.terms')}>
      <CommunityChoice
        chosen={draft.communityCodes}
        change={(communityCodes) => change({ communityCodes: [...communityCodes] })}
      />
      <fieldset>
        <legend>{t('ask.level')}</legend>
        <Radio.Group
          value={draft.kind === 'form' ? 'community' : draft.level}
          disabled={draft.kind === 'form'}
          onChange={(event) => change({ level: event.target.value === 'grid' ? 'grid' : 'community' })}
          options={(['community', 'grid'] as const).map((value) => ({
            value,
            label: t(`ask.levels.${value}`),
          }))}
        />
      </fieldset>
      <div className="gate-row-fields">
        <div className="gate-field">
          <label htmlFor={`${id}-minutes`}>{t('ask.minutes')}</label>
          <InputNumber
            style={FULL}
            id={`${id}-minutes`}
            min={0}
            max={960}
            precision={0}
            value={draft.minutes}
            onChange={(value) => change({ minutes: Number(value ?? 0) })}
          />
        </div>
        <div className="gate-field">
          <label htmlFor={`${id}-frequency`}>{t('ask.frequency')}</label>
          <Select
            id={`${id}-frequency`}
            value={draft.frequency}
            onChange={(frequency) => change({ frequency })}
            options={FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))}
          />
        </div>
        {(['fromAt', 'untilAt'] as const).map((name) => (
          <div key={name} className="gate-field">
            <label htmlFor={`${id}-${name}`}>{t(`ask.${name}`)}</label>
            <input
              id={`${id}-${name}`}
              type="date"
              className="gate-date"
              value={dayText(draft[name])}
              onChange={(event) => {
                const day = dayValue(event.target.value)
                if (day !== null) change({ [name]: day })
              }}
            />
          </div>
        ))}
      </div>
    </section>
  )
}
