import { RefreshCw, Wifi } from 'lucide-react'
import type { LiveState } from '../../data/live.ts'
import { useWords } from '../../messages/words.ts'
import { useOnline } from '../../ui/online.ts'

/** Whether what is on the screen is what the server knows; said in a word, not by colour alone. */
export const ConnectionChip = ({ live }: { readonly live: LiveState }) => {
  const t = useWords('field')
  // A cut line is noticed only when something should have come over it; the device knows at once.
  const state = useOnline() || live === 'ended' ? live : 'waiting'
  const Icon = state === 'live' ? Wifi : RefreshCw
  return (
    <p className="connection" data-state={state} role="status">
      <Icon aria-hidden="true" />
      {t(`connection.${state}`)}
    </p>
  )
}
