import type { GateDraft } from '@lianxin/contract/gate/gate-draft'
import { DEMAND_KIND_NAMES, DEMAND_KINDS } from '@lianxin/contract/gate/gate-process'
import type { GateEstimate } from '@lianxin/contract/gate/gate-views'
import { Input, Radio, Select } from 'antd'
import { useId } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useDutyLists } from '../../../features/gate/use-burden.ts'
import { useWords } from '../../../messages/words.ts'
import { ForbiddenNote } from './forbidden-note.tsx'

interface WordsFieldsProps {
  readonly draft: GateDraft
  readonly change: (part: Partial<GateDraft>) => void
  readonly forbidden: GateEstimate['forbidden']
}

/** What is asked, what for, by which law, and on which entry of the communities' duty list it rests. */
export const WordsFields = ({ draft, change, forbidden }: WordsFieldsProps) => {
  const t = useWords('gate')
  const say = useSay()
  const id = useId()
  const lists = useDutyLists()
  const { words } = draft
  const write = (part: Partial<GateDraft['words']>) => change({ words: { ...words, ...part } })
  const entries = (lists.data ?? [])
    .filter(({ unitKind, unit }) => unitKind === 'community' && unit === null)
    .flatMap((list) => list.entries)
  const group = (of: 'do' | 'assist') => ({
    label: t(`ask.dutyGroup.${of}`),
    options: entries
      .filter((entry) => entry.class === of)
      .map((entry) => ({ value: entry.code, label: say.name(entry) })),
  })
  return (
    <section className="gate-card gate-form" aria-label={t('ask.words')}>
      <fieldset>
        <legend>{t('ask.kind')}</legend>
        <Radio.Group
          value={draft.kind}
          onChange={(event) =>
            change({ kind: DEMAND_KINDS.find((one) => one === event.target.value) ?? 'form' })
          }
          options={DEMAND_KINDS.map((value) => ({ value, label: say.text(DEMAND_KIND_NAMES[value]) }))}
        />
      </fieldset>
      <div className="gate-field">
        <label htmlFor={`${id}-title`}>{t('ask.title')}</label>
        <Input
          id={`${id}-title`}
          maxLength={60}
          value={words.title}
          onChange={(event) => write({ title: event.target.value })}
        />
        <ForbiddenNote forbidden={forbidden} field="words.title" />
      </div>
      <div className="gate-field">
        <label htmlFor={`${id}-purpose`}>{t('ask.purpose')}</label>
        <Input.TextArea
          id={`${id}-purpose`}
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={1000}
          value={words.purpose}
          onChange={(event) => write({ purpose: event.target.value })}
        />
        <ForbiddenNote forbidden={forbidden} field="words.purpose" />
      </div>
      <div className="gate-field">
        <label htmlFor={`${id}-basis`}>{t('ask.basis')}</label>
        <Input
          id={`${id}-basis`}
          maxLength={300}
          value={words.basis}
          onChange={(event) => write({ basis: event.target.value })}
        />
      </div>
      <div className="gate-field">
        <label htmlFor={`${id}-duty`}>{t('ask.duty')}</label>
        <Select
          id={`${id}-duty`}
          value={draft.dutyCode ?? ''}
          onChange={(value: string) => change({ dutyCode: value === '' ? null : value })}
          options={[{ value: '', label: t('ask.offList') }, group('do'), group('assist')]}
        />
        {draft.dutyCode === null && <p className="desk-quiet">{t('ask.offListMore')}</p>}
      </div>
    </section>
  )
}
