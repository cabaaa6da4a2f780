import { useSyncExternalStore } from 'react'
import { useWords } from '../messages/words.ts'
import { Banner } from '../ui/banner.tsx'

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says what still works while the network is gone, on every screen. */
export const OfflineNote = () => {
  const t = useWords('shell')
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (online) return null
  return (
    <aside className="lx-offline" aria-label={t('offline.title')}>
      <Banner kind="warn" title={t('offline.title')} safe={t('offline.safe')} next={t('offline.next')} />
    </aside>
  )
}
