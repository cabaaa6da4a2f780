import { CloudOff, RefreshCw, Wifi } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { LiveState } from '../../data/live.ts'
import { useWords } from '../../messages/words.ts'

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Whether what is on the screen is what the server knows; said in a word, not by colour alone. */
export const ConnectionChip = ({ live }: { readonly live: LiveState }) => {
  const t = useWords('field')
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const state = online ? live : 'offline'
  const Icon = state === 'offline' ? CloudOff : state === 'live' ? Wifi : RefreshCw
  return (
    <p className="connection" data-state={state} role="status">
      <Icon aria-hidden="true" />
      {t(`connection.${state}`)}
    </p>
  )
}
