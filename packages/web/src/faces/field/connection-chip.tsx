import { RefreshCw, Wifi } from 'lucide-react'
import type { LiveState } from '../../data/live.ts'
import { useWords } from '../../messages/words.ts'

/** Whether what is on the screen is what the server knows; said in a word, not by colour alone. */
export const ConnectionChip = ({ live }: { readonly live: LiveState }) => {
  const t = useWords('field')
  const Icon = live === 'live' ? Wifi : RefreshCw
  return (
    <p className="connection" data-state={live} role="status">
      <Icon aria-hidden="true" />
      {t(`connection.${live}`)}
    </p>
  )
}
