import type { CaseRow } from '@lianxin/contract/case/case-views'
import { Link } from '@tanstack/react-router'
import { Camera, ChevronRight, MapPin, RotateCcw } from 'lucide-react'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { buttonDress } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ClockBar } from '../../ui/clock-bar.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import './case-card.css'

/** What it is, how long there is, and the one thing to do next. */
export const CaseCard = ({ row }: { readonly row: CaseRow }) => {
  const t = useWords('field')
  const say = useSay()
  const move = row.next
  const grid = row.gridCode ? t('card.grid', { grid: String(Number(row.gridCode.slice(-3))) }) : null
  return (
    <article className="case-card">
      <Link
        to="/field/case/$id"
        params={{ id: row.id }}
        search={{}}
        preload={false}
        className="case-card-link"
      >
        <span className="case-card-top">
          <span className="case-card-head">
            <StateTag tone={row.tone} name={say.text(row.stateName)} />
            <span className="lx-quiet lx-small">{row.number}</span>
          </span>
          <ChevronRight aria-hidden="true" className="case-card-go" />
        </span>
        <span className="case-card-words">{say.words(row.excerpt, row.excerptEn)}</span>
        {row.dueAt !== null && (
          <ClockBar startedAt={row.openedAt} dueAt={row.dueAt} provisional={row.provisional} />
        )}
        <span className="case-card-facts">
          <Chip icon={<MapPin aria-hidden="true" />}>
            {[say.community(row), grid].filter(Boolean).join(' ')}
          </Chip>
          {row.item && <Chip>{say.name(row.item)}</Chip>}
          {row.photoCount > 0 && (
            <Chip icon={<Camera aria-hidden="true" />}>{t('card.photos', { count: row.photoCount })}</Chip>
          )}
          {row.reopenedCount > 0 && (
            <Chip icon={<RotateCcw aria-hidden="true" />}>
              {t('card.reopened', { times: row.reopenedCount })}
            </Chip>
          )}
        </span>
      </Link>
      {move && (
        <Link
          to="/field/case/$id"
          params={{ id: row.id }}
          search={{ move: move.move }}
          preload={false}
          {...buttonDress('primary', 'normal', true)}
          aria-label={t('card.do', { move: say.text(move.name), number: row.number })}
        >
          {say.text(move.name)}
        </Link>
      )}
    </article>
  )
}
