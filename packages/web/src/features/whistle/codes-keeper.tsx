import type { ReactNode } from 'react'
import type { Holder } from '../../data/holder.ts'
import { useKeptCodes } from '../../data/kept-codes.ts'
import { useWords } from '../../messages/words.ts'
import { useOnline } from '../../ui/online.ts'
import { EntryNotes } from './entry-notes.tsx'
import { KeptCalls } from './kept-calls.tsx'
import { useCodes } from './use-codes.ts'

interface CodesKeeperProps {
  readonly who: Holder
  /** The server cannot be reached although the device has a network. */
  readonly cutOff?: boolean
  /** Shown at once, where nothing else on the page is more urgent. */
  readonly open?: boolean
  /** The matter on the page, which says itself what was entered for it. */
  readonly except?: string | undefined
}

/** Beside whichever page is open: keeps the codes while there is a network, and shows them when there is none. */
const CodesKeeper = ({ who, cutOff = false, open = false, except }: CodesKeeperProps): ReactNode => {
  const t = useWords('codes')
  useCodes(who)
  const online = useOnline()
  const kept = useKeptCodes(who)
  return (
    <>
      <EntryNotes who={who} isShown={(caseId) => caseId !== except} />
      {kept && (!online || cutOff) && (
        <details className="call-codes kept-codes" open={open}>
          <summary>{t('here', { count: kept.rows.flatMap(({ codes }) => codes).length })}</summary>
          <KeptCalls kept={kept} />
        </details>
      )}
    </>
  )
}

export default CodesKeeper
