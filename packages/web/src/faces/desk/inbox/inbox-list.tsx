import { Button, Skeleton } from 'antd'
import { ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CaseFilter } from '../../../features/case/case-filter.ts'
import type { useInbox } from '../../../features/case/use-inbox.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { CaseLine } from './case-line.tsx'
import { InboxEmpty } from './inbox-empty.tsx'
import './inbox-list.css'

interface InboxListProps {
  readonly inbox: ReturnType<typeof useInbox>
  readonly filter: CaseFilter
  readonly cursorId: string | undefined
  readonly openId: string | undefined
  readonly onCursor: (id: string) => void
}

/** Asks for the next page when the end of the list comes near. */
const useEndReached = (reached: () => void, wanted: boolean) => {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current || !wanted) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && reached(), {
      rootMargin: '600px',
    })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [reached, wanted])
  return end
}

export const InboxList = ({ inbox, filter, cursorId, openId, onCursor }: InboxListProps) => {
  const t = useWords('desk')
  const { rows, arrived, refresh, loading, error, more, loadingMore, loadMore } = inbox
  const scroll = useRef<HTMLDivElement>(null)
  const end = useEndReached(() => void loadMore(), more && !loadingMore)
  const draw = () => {
    void refresh()
    scroll.current?.scrollTo({ top: 0 })
  }
  return (
    <div className="inbox-scroll" ref={scroll}>
      {loading && (
        <div className="inbox-bones" role="status" aria-label={t('inbox.loading')}>
          {[0, 1, 2, 3, 4, 5].map((place) => (
            <Skeleton key={place} active title={{ width: '90%' }} paragraph={{ rows: 1, width: '60%' }} />
          ))}
        </div>
      )}
      {error && <Problem error={error} again={() => void refresh()} />}
      {!loading && !error && rows.length === 0 && <InboxEmpty filter={filter} />}
      <ul className="inbox-lines" aria-label={t('inbox.label')}>
        {rows.map((row) => (
          <CaseLine
            key={row.id}
            row={row}
            cursor={row.id === cursorId}
            open={row.id === openId}
            onCursor={onCursor}
          />
        ))}
      </ul>
      <div ref={end} className="inbox-end">
        {loadingMore
          ? t('inbox.loadingMore')
          : rows.length > 8 && !more
            ? t('inbox.end', { rows: rows.length })
            : null}
      </div>
      <div role="status" className="inbox-new">
        {arrived > 0 && (
          <Button
            type="primary"
            shape="round"
            size="small"
            onClick={draw}
            icon={<ArrowUp aria-hidden="true" className="desk-icon" />}
          >
            {t('inbox.arrived', { arrived })}
          </Button>
        )}
      </div>
    </div>
  )
}
