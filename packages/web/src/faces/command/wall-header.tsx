import type { PlaceName } from '@lianxin/contract/figures/figure-views'
import { Link } from '@tanstack/react-router'
import { CircleDot, Inbox, Unplug } from 'lucide-react'
import type { Line } from '../../features/figures/use-news.ts'
import { useWords } from '../../messages/words.ts'
import { LanguageSwitch } from '../../ui/app-header.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { useWallTime } from './wall-time.ts'

interface WallHeaderProps {
  /** From the reader's own place down to what is looked at. */
  readonly path: readonly PlaceName[]
  readonly line: Line
  /** The moment of the figures, when they are old; else null. */
  readonly asOf: number | null
  readonly now: number
}

/** Whether what one sees is the present. A cut line is said calmly: the wall goes on showing the last that it knows. */
const LineNote = ({ line, asOf }: Pick<WallHeaderProps, 'line' | 'asOf'>) => {
  const t = useWords('command')
  const time = useWallTime()
  const cut = line.cutAt !== null && line.state !== 'connecting'
  const ended = line.state === 'ended'
  const since = line.cutAt ?? asOf
  return (
    <p className="wall-line" role="status" data-cut={since !== null || undefined}>
      {since === null ? <CircleDot aria-hidden="true" /> : <Unplug aria-hidden="true" />}
      {since === null
        ? t(line.state === 'live' ? 'line.live' : 'line.connecting')
        : t(ended ? 'line.ended' : cut ? 'line.cut' : 'line.old', {
            since: time.minute(since),
            asOf: time.minute(asOf ?? since),
          })}
      {ended && (
        <Link to="/sign-in" search={{ next: '/command' }} preload={false}>
          {t('line.signIn')}
        </Link>
      )}
    </p>
  )
}

export const WallHeader = ({ path, line, asOf, now }: WallHeaderProps) => {
  const t = useWords('command')
  const time = useWallTime()
  const { locale } = usePreferences()
  return (
    <header className="wall-header">
      <BrandMark size={32} />
      <nav className="wall-path" aria-label={t('path')}>
        {path.map(({ code, name, nameEn }, index) => (
          <Link
            key={code}
            to="/command/$place"
            params={{ place: code }}
            aria-current={index === path.length - 1 ? 'page' : undefined}
            preload={false}
          >
            {locale === 'en' ? nameEn : name}
          </Link>
        ))}
      </nav>
      <LineNote line={line} asOf={asOf} />
      <div className="wall-tools">
        <Link to="/desk" className="wall-tool">
          <Inbox aria-hidden="true" />
          {t('toDesk')}
        </Link>
        <LanguageSwitch />
      </div>
      <time className="wall-clock" dateTime={new Date(now).toISOString()}>
        <span>{time.day(now)}</span>
        <strong>{time.second(now)}</strong>
      </time>
    </header>
  )
}
