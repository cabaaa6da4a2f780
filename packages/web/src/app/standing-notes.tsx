import { useMatches } from '@tanstack/react-router'
import { useNewerApp } from '../data/newer-app.ts'
import { useWords } from '../messages/words.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useDeviceWrongBy } from '../ui/now.ts'

const Notes = ({ newer, wrongBy }: { readonly newer: boolean; readonly wrongBy: number }) => {
  const t = useWords('standing')
  const minutes = Math.abs(wrongBy)
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
      {minutes > 0 && (
        <Banner
          kind="info"
          title={t(wrongBy > 0 ? 'device.fast' : 'device.slow', { minutes })}
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
  // A wall that nobody sits at loads it by itself: nobody would press, and the note would push the wall down.
  const onWall = useMatches({
    select: (matches) => matches.some(({ staticData }) => staticData.face === 'command'),
  })
  const newer = useNewerApp('when asked') && !onWall
  const wrongBy = useDeviceWrongBy()
  return newer || wrongBy !== 0 ? <Notes newer={newer} wrongBy={wrongBy} /> : null
}
