import { useWords } from '../messages/words.ts'
import { Banner } from '../ui/banner.tsx'
import { useOnline } from '../ui/online.ts'

/** Says what still works while the network is gone, on every screen. */
export const OfflineNote = () => {
  const t = useWords('shell')
  const online = useOnline()
  if (online) return null
  return (
    <aside className="lx-offline" aria-label={t('offline.title')}>
      <Banner kind="warn" title={t('offline.title')} safe={t('offline.safe')} next={t('offline.next')} />
    </aside>
  )
}
