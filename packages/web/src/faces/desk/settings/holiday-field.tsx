import type { FieldProblem } from '@lianxin/contract/errors'
import type { HolidayNotice } from '@lianxin/contract/setting/holidays'
import { Button, Select } from 'antd'
import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { readHolidays, replaceYears } from '../../../features/setting/read-holidays.ts'
import { useCalendar } from '../../../features/setting/use-settings.ts'
import { useWords } from '../../../messages/words.ts'
import { FileButton } from '../sheet/file-button.tsx'
import { YearGrid } from './year-grid.tsx'

interface HolidayFieldProps {
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly problems: readonly FieldProblem[]
}

/** The years that the district loads or corrects: typed, pasted or read from a file, and seen as a year before it is decided. */
export const HolidayField = ({ value, change, problems }: HolidayFieldProps) => {
  const t = useWords('setting')
  const calendar = useCalendar()
  const [strange, setStrange] = useState<readonly number[]>([])
  const notices = value as readonly HolidayNotice[]
  const free = (calendar.data ?? []).filter(({ year }) => notices.every((one) => one.year !== year))
  const read = (text: string) => {
    const found = readHolidays(text)
    setStrange(found.strange)
    change(replaceYears(notices, found.notices))
  }
  return (
    <div className="holidays">
      <div className="rule-actions">
        <Select
          aria-label={t('holidays.add')}
          placeholder={t('holidays.add')}
          value={null}
          popupMatchSelectWidth={false}
          options={free.map(({ year, by }) => ({
            value: year,
            label: `${year} · ${t(`holidays.by.${by}`)}`,
          }))}
          onChange={(year: number | null) => {
            const known = free.find((one) => one.year === year)
            if (!known) return
            const { holidays, makeUpWorkdays } = known
            change(replaceYears(notices, [{ year: known.year, holidays, makeUpWorkdays }]))
          }}
        />
        <FileButton label={t('holidays.file')} read={read} />
        <span className="desk-quiet">{t('holidays.fileHow')}</span>
      </div>
      {strange.length > 0 && (
        <p role="alert" className="rule-wrong">
          {t('holidays.strange', { lines: strange.join(', ') })}
        </p>
      )}
      {notices.length === 0 && <p className="desk-quiet">{t('holidays.none')}</p>}
      {notices.map((notice, index) => (
        <Notice
          key={notice.year}
          notice={notice}
          problems={problems.filter(({ field }) => field.startsWith(`${index}.`))}
          change={(next) => change(notices.with(index, next))}
          remove={() => change(notices.toSpliced(index, 1))}
        />
      ))}
    </div>
  )
}

interface NoticeProps {
  readonly notice: HolidayNotice
  readonly problems: readonly FieldProblem[]
  readonly change: (notice: HolidayNotice) => void
  readonly remove: () => void
}

const Notice = ({ notice, problems, change, remove }: NoticeProps) => {
  const t = useWords('setting')
  const say = useSay()
  const id = useId()
  const days = (field: 'holidays' | 'makeUpWorkdays') => (
    <div className="rule-field">
      <span className="rule-label" id={`${id}-${field}`}>
        {t(`holidays.${field}`)}
      </span>
      <Select
        mode="tags"
        aria-labelledby={`${id}-${field}`}
        aria-label={t(`holidays.${field}`)}
        value={[...notice[field]]}
        tokenSeparators={[',', ' ', '\n', '，', '、']}
        open={false}
        suffixIcon={null}
        onChange={(next: readonly string[]) => change({ ...notice, [field]: next.toSorted() })}
      />
    </div>
  )
  return (
    <fieldset className="rule-group holiday-year">
      <legend>{notice.year}</legend>
      {days('holidays')}
      {days('makeUpWorkdays')}
      {problems.map((one) => (
        <p key={`${one.field} ${one.zh}`} role="alert" className="rule-wrong">
          {say.text(one)}
        </p>
      ))}
      <YearGrid {...notice} />
      <Button icon={<Trash2 className="desk-icon" aria-hidden="true" />} onClick={remove}>
        {t('holidays.remove', { year: notice.year })}
      </Button>
    </fieldset>
  )
}
