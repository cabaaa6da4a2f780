import { DATA_ELEMENTS } from '@lianxin/contract/gate/data-elements'
import { FIELD_KINDS, type GateField } from '@lianxin/contract/gate/gate-draft'
import type { GateEstimate } from '@lianxin/contract/gate/gate-views'
import { AutoComplete, Button, Input, Select } from 'antd'
import { Plus, Trash2 } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { nextField } from '../../../features/gate/demand-draft.ts'
import { useWords } from '../../../messages/words.ts'
import { ForbiddenNote } from './forbidden-note.tsx'

interface FieldBuilderProps {
  readonly fields: readonly GateField[]
  readonly estimate: GateEstimate | undefined
  readonly change: (fields: readonly GateField[]) => void
}

/**
 * The fields of a form. There are five kinds and no other: nothing can be asked for that is a file, a place, a signature or
 * a person. What the house holds already says so under the field.
 */
export const FieldBuilder = ({ fields, estimate, change }: FieldBuilderProps) => {
  const t = useWords('gate')
  const say = useSay()
  const edit = (key: string, part: Partial<GateField>) =>
    change(fields.map((field) => (field.key === key ? { ...field, ...part } : field)))
  const known = DATA_ELEMENTS.filter(({ personal }) => personal !== 'resident').map(({ name }) => ({
    value: say.text(name),
  }))
  const statusOf = (key: string) => estimate?.fields.find((one) => one.key === key)
  return (
    <section className="gate-card gate-form" aria-labelledby="gate-fields">
      <h2 id="gate-fields">{t('fields.heading')}</h2>
      <p className="desk-quiet">{t('fields.what')}</p>
      <ol className="gate-builder">
        {fields.map((field, index) => {
          const status = statusOf(field.key)
          return (
            <li key={field.key}>
              <div className="gate-builder-row">
                <AutoComplete
                  aria-label={t('fields.label', { n: index + 1 })}
                  placeholder={t('fields.label', { n: index + 1 })}
                  value={field.label}
                  maxLength={60}
                  options={known.filter(({ value }) => field.label !== '' && value.includes(field.label))}
                  onChange={(label: string) => edit(field.key, { label: label.slice(0, 60) })}
                />
                <Select
                  aria-label={t('fields.kind', { n: index + 1 })}
                  value={field.kind}
                  onChange={(kind) => edit(field.key, { kind })}
                  options={FIELD_KINDS.map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
                />
                <Button
                  type="text"
                  icon={<Trash2 className="desk-icon" aria-hidden="true" />}
                  aria-label={t('fields.drop', { label: field.label || index + 1 })}
                  onClick={() => change(fields.filter(({ key }) => key !== field.key))}
                />
              </div>
              {field.kind === 'choice' && (
                <Input
                  aria-label={t('fields.options')}
                  placeholder={t('fields.options')}
                  value={field.options.join('、')}
                  onChange={(event) =>
                    edit(field.key, { options: event.target.value.split(/[、,]/).slice(0, 20) })
                  }
                />
              )}
              {status && status.status !== 'unknown' && (
                <p className="gate-known" data-status={status.status}>
                  {status.status === 'held' && status.element
                    ? t('fields.held', { name: say.text(status.element.name) })
                    : t('fields.asked', { title: status.forms[0]?.title ?? '' })}
                </p>
              )}
              <ForbiddenNote forbidden={estimate?.forbidden ?? []} field={`fields.${field.key}`} />
            </li>
          )
        })}
      </ol>
      <Button
        icon={<Plus className="desk-icon" aria-hidden="true" />}
        disabled={fields.length >= 60}
        onClick={() => change([...fields, nextField(fields)])}
      >
        {t('fields.add')}
      </Button>
    </section>
  )
}
