import { DUTY_CLASS_NAMES, DUTY_CLASSES, type DutyEntry } from '@lianxin/contract/gate/duty-lists'
import { Button, Input, Select } from 'antd'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { isWhole } from '../../../features/gate/duty-entry.ts'
import { useWords } from '../../../messages/words.ts'

interface DutyEntryFieldsProps {
  readonly entry: DutyEntry
  readonly change: (part: Partial<DutyEntry>) => void
  readonly drop: () => void
}

const TEXTS = ['name', 'nameEn', 'basis', 'basisEn', 'note', 'noteEn'] as const

/** One entry of a duty list: a line to read, opened to be changed. */
export const DutyEntryFields = ({ entry, change, drop }: DutyEntryFieldsProps) => {
  const t = useWords('gate')
  const say = useSay()
  const [open, setOpen] = useState(!isWhole(entry))
  return (
    <details className="gate-entry" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{say.name(entry) || entry.code}</strong>
        <span className="desk-quiet">
          {say.text(DUTY_CLASS_NAMES[entry.class])} · {say.locale === 'en' ? entry.basisEn : entry.basis}
        </span>
      </summary>
      {open && (
        <div className="gate-entry-fields">
          <Select
            aria-label={t('duties.class')}
            value={entry.class}
            onChange={(of) => change({ class: of })}
            options={DUTY_CLASSES.map((value) => ({ value, label: say.text(DUTY_CLASS_NAMES[value]) }))}
          />
          <Button
            danger
            type="text"
            icon={<Trash2 className="desk-icon" aria-hidden="true" />}
            aria-label={t('duties.drop', { name: say.name(entry) || entry.code })}
            onClick={drop}
          />
          {TEXTS.map((name) => (
            <Input
              key={name}
              aria-label={t(`duties.${name}`)}
              placeholder={t(`duties.${name}`)}
              maxLength={name === 'name' ? 80 : 120}
              value={entry[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          ))}
        </div>
      )}
    </details>
  )
}
