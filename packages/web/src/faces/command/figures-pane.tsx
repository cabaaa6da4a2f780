import type { FigureBoard, RateView } from '@lianxin/contract/figures/figure-views'
import { Link } from '@tanstack/react-router'
import { AlarmClock, Inbox, TriangleAlert } from 'lucide-react'
import { countedPercent } from '../../features/rating/counted-percent.ts'
import { useWords } from '../../messages/words.ts'

const TODAY = ['registered', 'selfHandled', 'answered', 'closed', 'reopened', 'climbed'] as const
const RATES = ['onTime', 'solved', 'satisfied'] as const

/** A part of its whole. Too few to say anything: the counts alone, without a percentage. */
const Rate = ({ name, rate }: { readonly name: (typeof RATES)[number]; readonly rate: RateView }) => {
  const t = useWords('command')
  const { numerator, denominator, value, interval, tooFewToSay } = rate
  const percent = (share: number) => Math.round(share * 100)
  const told = value !== null && !tooFewToSay
  return (
    <li className="wall-rate">
      <span className="wall-rate-name">{t(`rate.${name}`)}</span>
      <strong>{told ? t('rate.percent', { percent: percent(value) }) : t('rate.tooFew')}</strong>
      <span className="wall-rate-of">
        {t('rate.of', { numerator, denominator })}
        {told && interval && (
          <>
            {' · '}
            {t('rate.range', { low: percent(interval[0]), high: percent(interval[1]) })}
          </>
        )}
      </span>
      <span className="wall-bar" aria-hidden="true">
        {told && <span style={{ inlineSize: `${value * 100}%` }} />}
      </span>
    </li>
  )
}

/** What stands open now, each number a way to its list, what happened today beside yesterday, and rates with their wholes. */
export const FiguresPane = ({ board }: { readonly board: FigureBoard }) => {
  const t = useWords('command')
  const { now, today, yesterday, rates, recounting, place } = board
  const here = { box: 'all', counted: true, placeCode: place.code } as const
  return (
    <section aria-label={t('figures.label')} className="wall-figures">
      {recounting && (
        <p className="wall-recounting" role="status">
          {t('figures.recounting', { percent: countedPercent(recounting) })}
        </p>
      )}
      <dl className="wall-now">
        <div data-tone="overdue" data-some={now.overdue > 0 || undefined}>
          <dt>
            <TriangleAlert aria-hidden="true" />
            {t('figures.overdue')}
          </dt>
          <dd>
            <Link to="/desk" search={{ ...here, overdue: true }} preload={false}>
              {now.overdue}
            </Link>
          </dd>
        </div>
        <div data-tone="due-soon">
          <dt>
            <AlarmClock aria-hidden="true" />
            {t('figures.dueSoon')}
          </dt>
          <dd>
            <Link to="/desk" search={{ ...here, due: 'soon' }} preload={false}>
              {now.dueSoon}
            </Link>
          </dd>
        </div>
        <div data-tone="open">
          <dt>
            <Inbox aria-hidden="true" />
            {t('figures.open')}
          </dt>
          <dd>
            <Link to="/desk" search={here} preload={false}>
              {now.open}
            </Link>
          </dd>
        </div>
      </dl>
      <h2>{t('figures.today')}</h2>
      <dl className="wall-today">
        {TODAY.map((name) => (
          <div key={name}>
            <dt>{t(`step.${name}`)}</dt>
            <dd>
              <strong className="wall-count">{today[name]}</strong>
              <span className="wall-ghost">{t('figures.yesterday', { count: yesterday[name] })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t('figures.rates', { days: rates.days })}</h2>
      {rates.recounting ? (
        <p className="wall-recounting" role="status">
          {t('rate.recounting', { percent: countedPercent(rates.recounting) })}
        </p>
      ) : (
        <ul className="wall-rates">
          {RATES.map((name) => (
            <Rate key={name} name={name} rate={rates[name]} />
          ))}
        </ul>
      )}
    </section>
  )
}
