import { Link } from '@tanstack/react-router'
import {
  BadgeCheck,
  CalendarClock,
  Eye,
  Megaphone,
  PencilLine,
  Search,
  UserRound,
  Users,
  Vote,
} from 'lucide-react'
import { lazy, Suspense } from 'react'
import { KeptReceipts } from '../../features/report/kept-receipts.tsx'
import { isWorthKeeping } from '../../features/report/report-draft.ts'
import { useUnsentReport } from '../../features/report/use-report-draft.ts'
import { useWords } from '../../messages/words.ts'
import { buttonDress } from '../../ui/button.tsx'
import { EmergencyCalls } from '../../ui/emergency-calls.tsx'
import './home-screen.css'

/** Comes after the first screen can be used. */
const RecentEchoes = lazy(() =>
  import('../../features/echo/recent-echoes.tsx').then((module) => ({ default: module.RecentEchoes })),
)

const PROMISES = [
  ['owner', Users],
  ['deadline', CalendarClock],
  ['verdict', BadgeCheck],
  ['reads', Eye],
] as const

/** Speak first, everything else after: one large way in, one to follow up, and what happens in between. */
export const HomeScreen = () => {
  const t = useWords('resident')
  const unsent = useUnsentReport()
  return (
    <div className="lx-page lx-home">
      <div className="lx-home-welcome">
        <h1>{t('home.heading')}</h1>
        <p className="lx-lead">{t('home.lead')}</p>
        <div className="lx-home-ways">
          <Link to="/report" {...buttonDress('primary', 'main', true)}>
            <PencilLine aria-hidden="true" />
            <span>
              {t('home.report')}
              <span className="lx-home-way-more">
                {unsent && isWorthKeeping(unsent) ? t('home.resume') : t('home.reportMore')}
              </span>
            </span>
          </Link>
          <Link to="/follow" {...buttonDress('secondary', 'main', true)}>
            <Search aria-hidden="true" />
            <span>
              {t('home.follow')}
              <span className="lx-home-way-more">{t('home.followMore')}</span>
            </span>
          </Link>
          <Link to="/echo" {...buttonDress('secondary', 'main', true)}>
            <Megaphone aria-hidden="true" />
            <span>
              {t('home.echo')}
              <span className="lx-home-way-more">{t('home.echoMore')}</span>
            </span>
          </Link>
          <Link to="/deliberations" {...buttonDress('secondary', 'main', true)}>
            <Vote aria-hidden="true" />
            <span>
              {t('home.deliberations')}
              <span className="lx-home-way-more">{t('home.deliberationsMore')}</span>
            </span>
          </Link>
          <Link to="/grid" {...buttonDress('secondary', 'main', true)}>
            <UserRound aria-hidden="true" />
            <span>
              {t('home.grid')}
              <span className="lx-home-way-more">{t('home.gridMore')}</span>
            </span>
          </Link>
        </div>
      </div>
      <KeptReceipts />
      <Suspense>
        <RecentEchoes />
      </Suspense>
      <section className="lx-home-how" aria-labelledby="home-how">
        <h2 id="home-how">{t('home.how')}</h2>
        <ol>
          {PROMISES.map(([name, Icon]) => (
            <li key={name}>
              <Icon aria-hidden="true" />
              <div>
                <h3>{t(`home.${name}`)}</h3>
                <p>{t(`home.${name}More`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <section className="lx-home-emergency" aria-labelledby="home-emergency">
        <h2 id="home-emergency">{t('home.emergency')}</h2>
        <EmergencyCalls />
      </section>
    </div>
  )
}
