import type { FigureCase } from '@lianxin/contract/figures/figure-views'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useWallTime } from './wall-time.ts'

/** Within so much of its deadline a matter asks to be looked at. */
const SOON_MS = 3_600_000

interface CaseRowsProps {
  readonly cases: readonly FigureCase[]
  readonly now: number
}

/** Matters by their deadline, each a way to its page. */
export const CaseRows = ({ cases, now }: CaseRowsProps) => {
  const t = useWords('command')
  const time = useWallTime()
  const { locale } = usePreferences()
  const named = (one: { readonly name: string; readonly nameEn: string }) =>
    locale === 'en' ? one.nameEn : one.name
  return (
    <ul className="wall-cases">
      {cases.map(({ id, number, item, stateName, place, gridCode, owner, dueAt }) => (
        <li key={id}>
          <Link
            to="/desk/case/$id"
            params={{ id }}
            preload={false}
            className="wall-case"
            data-tone={dueAt <= now ? 'overdue' : dueAt - now < SOON_MS ? 'due-soon' : 'open'}
          >
            <span className="wall-left-time">
              <span className="lx-hidden">{t(dueAt <= now ? 'due.over' : 'due.left')}</span>
              {dueAt <= now && <span aria-hidden="true">+</span>}
              {time.left(dueAt, now)}
            </span>
            <span className="wall-case-words">
              <strong>{item ? named(item) : t('due.noItem')}</strong>
              <span>
                {named(place)}
                {gridCode && ` ${t('due.grid', { serial: Number(gridCode.slice(-3)) })}`} ·{' '}
                {locale === 'en' ? stateName.en : stateName.zh} · {owner ? named(owner) : t('due.nobody')}
              </span>
              <span className="wall-number">{number}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
