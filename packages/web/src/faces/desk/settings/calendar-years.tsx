import { Skeleton, Tabs, Tag } from 'antd'
import { useCalendar } from '../../../features/setting/use-settings.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'
import { Problem } from '../problem.tsx'
import { YearGrid } from './year-grid.tsx'

/** The calendar that deadlines are computed by, year by year, and who says so. */
export const CalendarYears = () => {
  const t = useWords('setting')
  const calendar = useCalendar()
  if (calendar.error) return <Problem error={calendar.error} again={() => void calendar.refetch()} />
  if (!calendar.data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />
  return (
    <Tabs
      defaultActiveKey={String(new Date(serverNow()).getUTCFullYear())}
      items={calendar.data.map(({ year, by, ...days }) => ({
        key: String(year),
        label: year,
        children: (
          <>
            <p>
              <Tag
                {...(by === 'unpublished'
                  ? { className: 'rule-soon' }
                  : { color: by === 'district' ? 'blue' : 'green' })}
              >
                {t(`holidays.by.${by}`)}
              </Tag>
            </p>
            <YearGrid year={year} {...days} />
          </>
        ),
      }))}
    />
  )
}
