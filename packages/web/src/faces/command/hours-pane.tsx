import type { FigureBoard } from '@lianxin/contract/figures/figure-views'
import { useWords } from '../../messages/words.ts'

const WIDE = 960
const HIGH = 96
const HOUR = WIDE / 24
const OFFSET_MS = 8 * 3_600_000
const LABELS = [0, 6, 9, 12, 15, 18, 21] as const

interface HoursPaneProps {
  readonly hours: FigureBoard['hours']
  readonly at: number
}

/** How the day runs: what came in and what was closed or put right on the spot, by the hour, before the outline of yesterday. */
export const HoursPane = ({ hours, at }: HoursPaneProps) => {
  const t = useWords('command')
  const all = [...hours.today, ...hours.yesterday]
  const most = Math.max(
    4,
    ...all.map(({ registered, closed, selfHandled }) => Math.max(registered, closed + selfHandled)),
  )
  const height = (count: number) => (count / most) * HIGH
  const present = Math.floor((at + OFFSET_MS) / 3_600_000) % 24
  const ghost = hours.yesterday
    .map(({ registered }, hour) => {
      const y = HIGH - height(registered)
      return `${hour === 0 ? 'M' : 'L'}${hour * HOUR} ${y}H${(hour + 1) * HOUR}`
    })
    .join('')
  const sum = (name: 'registered' | 'closed' | 'selfHandled') =>
    hours.today.reduce((total, one) => total + one[name], 0)
  return (
    <section className="wall-hours" aria-label={t('hours.heading')}>
      <p className="wall-key">
        <strong>{t('hours.heading')}</strong>
        <span data-of="registered">{t('step.registered')}</span>
        <span data-of="closed">{t('step.closed')}</span>
        <span data-of="selfHandled">{t('step.selfHandled')}</span>
        <span data-of="yesterday">{t('hours.yesterday')}</span>
        <span className="wall-most">{t('hours.most', { most })}</span>
      </p>
      <svg
        viewBox={`0 -2 ${WIDE} ${HIGH + 26}`}
        role="img"
        aria-label={t('hours.told', {
          registered: sum('registered'),
          closed: sum('closed'),
          selfHandled: sum('selfHandled'),
        })}
      >
        <rect className="wall-hour-now" x={present * HOUR} y={0} width={HOUR} height={HIGH} />
        <path className="wall-hour-ghost" d={ghost} />
        {hours.today.map(({ registered, closed, selfHandled }, hour) => {
          const x = hour * HOUR
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the hour of the day is the key
            <g key={hour}>
              <rect
                data-of="registered"
                x={x + 5}
                y={HIGH - height(registered)}
                width={13}
                height={height(registered)}
              />
              <rect
                data-of="closed"
                x={x + 21}
                y={HIGH - height(closed)}
                width={13}
                height={height(closed)}
              />
              {selfHandled > 0 && (
                <rect
                  data-of="selfHandled"
                  x={x + 21.75}
                  y={HIGH - height(closed + selfHandled)}
                  width={11.5}
                  height={height(selfHandled)}
                />
              )}
            </g>
          )
        })}
        <line x1={0} x2={WIDE} y1={HIGH} y2={HIGH} />
        {LABELS.map((hour) => (
          <text key={hour} x={hour * HOUR + 2} y={HIGH + 19}>
            {t('hours.hour', { hour })}
          </text>
        ))}
      </svg>
    </section>
  )
}
