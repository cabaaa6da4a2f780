import { DAY_KINDS, type DayKind, type RoutingCondition } from '@lianxin/contract/routing/routing-rule'
import { DAY_KIND_WORDS, WEEKDAY_WORDS } from '@lianxin/contract/routing/rule-words'
import { Checkbox, Input, Select } from 'antd'
import { useId } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { daysIn, monthDay } from '../../../features/routing/edit-rules.ts'
import { useWords } from '../../../messages/words.ts'

interface WhenFieldsProps {
  readonly when: RoutingCondition
  readonly change: (when: RoutingCondition) => void
  readonly wrong: boolean
}

const EVENING = { from: '18:00', to: '08:00' }
const WINTER = { from: '11-01', to: '03-31' }

/** When it holds: the kind of day, weekdays, hours, a season. */
export const WhenFields = ({ when, change, wrong }: WhenFieldsProps) => {
  const t = useWords('routing')
  const say = useSay()
  const id = useId()
  return (
    <fieldset className="routing-group">
      <legend>{t('editor.when')}</legend>
      <label htmlFor={`${id}day`}>{t('editor.day')}</label>
      <Select
        id={`${id}day`}
        value={when.day ?? ''}
        onChange={(day: DayKind | '') => change({ ...when, day: day === '' ? null : day })}
        options={[
          { value: '', label: t('editor.anyDay') },
          ...DAY_KINDS.map((kind) => ({ value: kind, label: say.text(DAY_KIND_WORDS[kind]) })),
        ]}
      />
      <span id={`${id}week`}>{t('editor.weekdays')}</span>
      <Checkbox.Group
        aria-labelledby={`${id}week`}
        value={when.weekdays}
        onChange={(weekdays) => change({ ...when, weekdays: weekdays.map(Number) })}
        options={WEEKDAY_WORDS.map((word, index) => ({ value: index + 1, label: say.text(word) }))}
      />
      <Checkbox
        checked={when.hours !== null}
        onChange={({ target }) => change({ ...when, hours: target.checked ? EVENING : null })}
      >
        {t('editor.hours')}
      </Checkbox>
      {when.hours && (
        <>
          <span className="routing-span">
            <Input
              type="time"
              aria-label={t('editor.hoursFrom')}
              value={when.hours.from}
              onChange={({ target }) =>
                when.hours && change({ ...when, hours: { ...when.hours, from: target.value } })
              }
            />
            <span aria-hidden="true">—</span>
            <Input
              type="time"
              aria-label={t('editor.hoursTo')}
              value={when.hours.to}
              onChange={({ target }) =>
                when.hours && change({ ...when, hours: { ...when.hours, to: target.value } })
              }
            />
            {when.hours.from > when.hours.to && <span className="desk-quiet">{t('editor.overnight')}</span>}
          </span>
          {wrong && (
            <span role="alert" className="routing-fault">
              {t('editor.hoursWrong')}
            </span>
          )}
        </>
      )}
      <Checkbox
        checked={when.season !== null}
        onChange={({ target }) => change({ ...when, season: target.checked ? WINTER : null })}
      >
        {t('editor.season')}
      </Checkbox>
      {when.season && (
        <span className="routing-span">
          <MonthDay
            label={t('editor.seasonFrom')}
            value={when.season.from}
            change={(from) => when.season && change({ ...when, season: { ...when.season, from } })}
          />
          <span aria-hidden="true">—</span>
          <MonthDay
            label={t('editor.seasonTo')}
            value={when.season.to}
            change={(to) => when.season && change({ ...when, season: { ...when.season, to } })}
          />
        </span>
      )}
    </fieldset>
  )
}

interface MonthDayProps {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
}

const MonthDay = ({ label, value, change }: MonthDayProps) => {
  const t = useWords('routing')
  const [month = 1, day = 1] = value.split('-').map(Number)
  const numbered = (count: number, name: (number: number) => string) =>
    Array.from({ length: count }, (_, index) => ({ value: index + 1, label: name(index + 1) }))
  return (
    <>
      <Select
        aria-label={t('editor.monthOf', { label })}
        value={month}
        onChange={(chosen: number) => change(monthDay(chosen, day))}
        options={numbered(12, (number) => t('editor.month', { number }))}
      />
      <Select
        aria-label={t('editor.dayOf', { label })}
        value={day}
        onChange={(chosen: number) => change(monthDay(month, chosen))}
        options={numbered(daysIn(month), (number) => t('editor.dayNumber', { number }))}
      />
    </>
  )
}
