import type { CaseRow } from '@lianxin/contract/case/case-views'
import { Link } from '@tanstack/react-router'
import { Camera, RotateCcw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { useNow } from '../../../ui/now.ts'
import { StateTag } from '../../../ui/state-tag.tsx'
import { stateToneOf } from '../../../ui/state-tone.ts'
import { useTimeWords } from '../../../ui/time-words.ts'

interface CaseLineProps {
  readonly row: CaseRow
  /** The keyboard's place in the list. */
  readonly cursor: boolean
  /** Whether the matter is open on the right. */
  readonly open: boolean
  readonly onCursor: (id: string) => void
}

export const lineId = (id: string): string => `line-${id}`

/** Time left as a sentence, and as a hairline that fills up. */
const Clock = ({ row }: { readonly row: CaseRow & { readonly dueAt: number } }) => {
  const say = useTimeWords()
  const now = useNow()
  const gone = Math.min(1, Math.max(0.02, (now - row.openedAt) / Math.max(1, row.dueAt - row.openedAt)))
  return (
    <span className="line-clock" title={say.exact(row.dueAt)}>
      {say.left(row.dueAt)}
      <span className="line-track" aria-hidden="true">
        <span style={{ inlineSize: `${gone * 100}%` }} />
      </span>
    </span>
  )
}

export const CaseLine = ({ row, cursor, open, onCursor }: CaseLineProps) => {
  const t = useWords('desk')
  const say = useSay()
  const times = useTimeWords()
  const now = useNow()
  const kind = row.kindName
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (cursor) line.current?.scrollIntoView({ block: 'nearest' })
  }, [cursor])
  const { dueAt, closedAt } = row
  const facts = [say.community(row), row.item && say.name(row.item), row.owner && say.name(row.owner)]
  return (
    <li ref={line} className="line" data-tone={stateToneOf(row, now)} data-cursor={cursor || undefined}>
      <Link
        id={lineId(row.id)}
        to="/desk/case/$id"
        params={{ id: row.id }}
        search={true}
        className="line-link"
        aria-current={open ? 'true' : undefined}
        activeProps={{}}
        preload={false}
        onFocus={() => onCursor(row.id)}
      >
        <span className="line-top">
          <StateTag tone={row.tone} name={say.text(row.stateName)} />
          {kind && <span className="line-mark">{say.text(kind)}</span>}
          {row.reopenedCount > 0 && (
            <span className="line-mark" data-warm>
              <RotateCcw aria-hidden="true" />
              {t('line.reopened', { times: row.reopenedCount })}
            </span>
          )}
          {row.photoCount > 0 && (
            <span className="line-mark">
              <Camera aria-hidden="true" />
              {row.photoCount}
              <span className="lx-hidden">{t('line.photos')}</span>
            </span>
          )}
          {closedAt === null && dueAt !== null ? (
            <Clock row={{ ...row, dueAt }} />
          ) : (
            <span className="line-closed">{closedAt !== null && times.point(closedAt)}</span>
          )}
        </span>
        <span className="line-words">{say.words(row.excerpt, row.excerptEn)}</span>
        <span className="line-facts">
          <span className="line-number">{row.number}</span>
          {facts.filter(Boolean).join(' · ')}
        </span>
      </Link>
    </li>
  )
}
