import { echoDeskRoutes } from '@lianxin/contract/echo/echo-desk-routes'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { queryOf } from '../../../data/api-client.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import './echo-desk.css'
import { PublishForm } from './publish-form.tsx'
import { TakeDown } from './take-down.tsx'

/** The original is read for a stated purpose only: nothing is asked for before somebody says so. */
export const PublishScreen = () => {
  const t = useWords('echo-desk')
  const { id } = useParams({ from: '/desk/desk/echo/$id' })
  const [stated, setStated] = useState(false)
  const query = useQuery({
    ...queryOf(echoDeskRoutes.draft, { params: { id }, purpose: 'publishAnswer' }),
    enabled: stated,
    // What was read for a purpose is not read again unasked, nor kept.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const draft = query.data
  return (
    <main id="main" tabIndex={-1} className="desk-page echo-publish">
      <p>
        <Link to="/desk/echo">{t('publish.back')}</Link>
      </p>
      <h1>{t('publish.heading')}</h1>
      {!stated && (
        <section className="echo-gate" aria-label={t('publish.gate')}>
          <p>{t('publish.gateMore')}</p>
          <Button
            type="primary"
            icon={<Eye className="desk-icon" aria-hidden="true" />}
            onClick={() => setStated(true)}
          >
            {t('publish.gateOpen')}
          </Button>
        </section>
      )}
      {stated && query.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {query.error && <Problem error={query.error} />}
      {draft && (
        <>
          <PublishForm
            key={`${draft.caseId} ${draft.entry?.version ?? 0}`}
            draft={draft}
            reread={() => void query.refetch()}
          />
          {draft.entry?.state === 'published' && (
            <TakeDown caseId={id} version={draft.entry.version} done={() => void query.refetch()} />
          )}
        </>
      )}
    </main>
  )
}
