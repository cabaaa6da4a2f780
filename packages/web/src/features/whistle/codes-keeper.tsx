import { whistleRoutes } from '@lianxin/contract/whistle/whistle-routes'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queryOf } from '../../data/api-client.ts'
import { keepCodes, useKeptCodes } from '../../data/kept-codes.ts'
import { useWords } from '../../messages/words.ts'
import { useOnline } from '../../ui/online.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { CodeList } from './code-list.tsx'

interface CodesKeeperProps {
  readonly postId: string
  /** The server cannot be reached although the device has a network. */
  readonly cutOff?: boolean
  /** Shown at once, where nothing else on the page is more urgent. */
  readonly open?: boolean
}

/**
 * Keeps the codes of all open whistles of this post on the device while there is a network, whichever page is open, and shows
 * them when there is none.
 */
const CodesKeeper = ({ postId, cutOff = false, open = false }: CodesKeeperProps) => {
  const t = useWords('whistle')
  const time = useTimeWords()
  const { data } = useQuery(queryOf(whistleRoutes.codes, {}))
  const online = useOnline()
  const kept = useKeptCodes(postId)
  useEffect(() => {
    if (data) keepCodes({ postId, ...data })
    // What draws and what reads a code is fetched while it still can be.
    if (data && data.rows.length > 0)
      void Promise.allSettled([import('./code-picture.tsx'), import('./code-camera.tsx')])
  }, [data, postId])
  if (!kept || (online && !cutOff)) return null
  return (
    <details className="call-codes kept-codes" open={open}>
      <summary>{t('kept.heading', { count: kept.rows.flatMap(({ codes }) => codes).length })}</summary>
      <p>{t('kept.how', { at: time.point(kept.at) })}</p>
      {kept.rows.map(({ caseId, number, codes }) => (
        <section key={caseId} aria-label={number}>
          <h3>{number}</h3>
          <CodeList codes={codes} />
        </section>
      ))}
    </details>
  )
}

export default CodesKeeper
