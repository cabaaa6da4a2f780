import type { SettingRow } from '@lianxin/contract/setting/setting-routes'
import { settingOf } from '@lianxin/contract/setting/settings'
import { Button, Input } from 'antd'
import { Info } from 'lucide-react'
import { useState } from 'react'
import { isApiProblem } from '../../../data/api-problem.ts'
import { changesBetween } from '../../../data/changes-between.ts'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useDecide } from '../../../features/setting/use-settings.ts'
import { useWords } from '../../../messages/words.ts'
import { useTimeWords } from '../../../ui/time-words.ts'
import { Problem } from '../problem.tsx'
import { ChangeList } from './change-list.tsx'
import { EffectiveField } from './effective-field.tsx'
import { HolidayField } from './holiday-field.tsx'
import { ItemRungsField } from './item-rungs-field.tsx'
import { RuleField } from './rule-fields.tsx'
import { StepLimitsField } from './step-limits.tsx'
import { useRuleShape } from './use-rule-shape.ts'

interface RuleEditorProps {
  readonly row: SettingRow
  /** What the form begins with: what is in force, or what a spreadsheet says. */
  readonly start: unknown
  readonly openMatters: number
  /** Only what the rule says of this item is edited. */
  readonly item?: string
  readonly done: () => void
}

/** A new version of a rule: what it says, from when, why, and what that does before it is decided. */
export const RuleEditor = ({ row, start, openMatters, item, done }: RuleEditorProps) => {
  const t = useWords('setting')
  const times = useTimeWords()
  const { name, planned } = row
  const shape = useRuleShape(name)
  const [value, setValue] = useState(start)
  const [from, setFrom] = useState<number | null | undefined>(null)
  const [reason, setReason] = useState('')
  // What is sent twice happens once; what was changed in between is another decision.
  const [commandId, setCommandId] = useState(() => uuidV7())
  const decide = useDecide(name, done)
  const problems = isApiProblem(decide.error) ? decide.error.fields : []
  const changes = changesBetween(shape, row.present.value, value)
  const edit =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      set(next)
      setCommandId(uuidV7())
    }
  const ready = from !== undefined && (changes.length > 0 || planned !== null)
  const Fields = name === 'holidays' ? HolidayField : name === 'stepLimits' ? StepLimitsField : RuleField
  return (
    <form
      className="rule-editor"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || decide.isPending) return
        const words = reason.trim() ? { reason: reason.trim() } : {}
        decide.mutate({ seenVersion: row.latestVersion, effectiveFrom: from, value, ...words, commandId })
      }}
    >
      {item === undefined ? (
        <Fields shape={shape} value={value} change={edit(setValue)} path="" problems={problems} />
      ) : (
        <ItemRungsField code={item} value={value} change={edit(setValue)} problems={problems} />
      )}
      <EffectiveField value={from} change={edit(setFrom)} />
      <div className="rule-field">
        <span className="rule-label">{t('reason')}</span>
        <Input
          aria-label={t('reason')}
          value={reason}
          maxLength={200}
          onChange={(event) => edit(setReason)(event.target.value)}
        />
      </div>
      <section className="rule-effect" aria-live="polite" aria-label={t('effect.label')}>
        <Info aria-hidden="true" />
        <div>
          {changes.length === 0 ? (
            <p>{t('effect.nothing')}</p>
          ) : (
            <p>
              {from ? t('effect.from', { time: times.point(from) }) : t('effect.soon')}{' '}
              {name === 'holidays'
                ? t('effect.recomputed', { matters: openMatters })
                : t(`effect.${settingOf(name).reaches}`, { matters: openMatters })}
            </p>
          )}
          {planned?.effectiveFrom && (
            <p>
              {t('effect.replaces', { version: planned.version, time: times.point(planned.effectiveFrom) })}
            </p>
          )}
          <ChangeList changes={changes} />
        </div>
      </section>
      {decide.error && <Problem error={decide.error} />}
      <div className="rule-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={decide.isPending}>
          {t('decide')}
        </Button>
        <Button onClick={done}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
