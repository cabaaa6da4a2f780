import { MINUTE_MS } from '@lianxin/contract/rules/local-day'
import { useMatches } from '@tanstack/react-router'
import { useNewerApp } from '../data/newer-app.ts'
import { useWords } from '../messages/words.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useDeviceWrongBy } from '../ui/now.ts'
import { useTimeWords } from '../ui/time-words.ts'

const Notes = ({ newer, wrongBy }: { readonly newer: boolean; readonly wrongBy: number }) => {
  const t = useWords('standing')
  const { span } = useTimeWords()
  return (
    <aside className="lx-offline" aria-label={t(newer ? 'newer.title' : 'device.safe')}>
      {newer && (
        <Banner
          kind="info"
          title={t('newer.title')}
          safe={t('newer.safe')}
          action={<Button onClick={() => location.reload()}>{t('newer.now')}</Button>}
        />
      )}
      {wrongBy !== 0 && (
        <Banner
          kind="info"
          title={t(wrongBy > 0 ? 'device.fast' : 'device.slow', { span: span(wrongBy * MINUTE_MS) })}
          safe={t('device.safe')}
        />
      )}
    </aside>
  )
}

/**
 * What is told calmly to a page that stays open: a newer app, and a device whose clock is wrong by minutes. Nothing is lost by
 * either. It comes after the first screen.
 */
export const StandingNotes = () => {
  // A wall that nobody sits at loads a newer app by itself, and tells the server's time: a note would push half of it off the screen.
  const onWall = useMatches({
    select: (matches) => matches.some(({ staticData }) => staticData.face === 'command'),
  })
  const newer = useNewerApp('when asked')
  const wrongBy = useDeviceWrongBy()
  return !onWall && (newer || wrongBy !== 0) ? <Notes newer={newer} wrongBy={wrongBy} /> : null
}
