import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { Megaphone, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { type DeskShow, useDeskList } from '../../../features/echo/use-standing.ts'
import { useWords } from '../../../messages/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import './echo-desk.css'

const LISTS = ['ready', 'published', 'down'] as const

/** What may be published, what is on the wall and what was taken down, within reach. */
export const EchoListScreen = () => {
  const t = useWords('echo-desk')
  const say = useSay()
  const [show, setShow] = useState<DeskShow>('ready')
  const list = useDeskList(show)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <h1>{t('list.heading')}</h1>
      <p className="desk-quiet">{t('list.what')}</p>
      <Segmented
        aria-label={t('list.label')}
        value={show}
        onChange={(value) => setShow(value)}
        options={LISTS.map((value) => ({ value, label: t(`list.${value}`) }))}
      />
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {list.error && <Problem error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon={<Megaphone aria-hidden="true" />} title={t(`list.empty.${show}`)}>
          {t('list.emptyNext')}
        </EmptyState>
      )}
      <ul className="echo-rows">
        {rows.map((row) => (
          <li key={row.caseId}>
            <Link
              to={row.state === 'down' ? '/desk/case/$id' : '/desk/echo/$id'}
              params={{ id: row.caseId }}
              preload={false}
              className="echo-row"
            >
              <span>
                <strong>{row.item ? say.name(row.item) : t('list.noItem')}</strong>
                <span className="desk-quiet">
                  {say.community(row)} · {row.number}
                  {row.reason && ` · ${t(`reason.${row.reason}`)}`}
                </span>
              </span>
              {row.meToo > 0 && (
                <span className="echo-row-count">
                  <UsersRound aria-hidden="true" />
                  {t('list.meToo', { count: row.meToo })}
                </span>
              )}
              <Time at={row.at} still />
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </main>
  )
}
