import { useWords } from '../messages/words.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

interface StandingNotesProps {
  readonly newer: boolean
  /** Minutes that this device is fast; slow when negative. */
  readonly wrongBy: number
}

/** What is told calmly to a page that stays open: a newer app, and a device whose clock is wrong. Nothing is lost by either. */
export const StandingNotes = ({ newer, wrongBy }: StandingNotesProps) => {
  const t = useWords('shell')
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
