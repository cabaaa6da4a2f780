import type { HandoverRow } from '@lianxin/contract/case/handover-routes'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useTakeOver } from '../../../features/post/use-posts.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'

/** Each matter says whose post it was; taking it over is one tap, and tells it in the matter's history. */
export const HandoverList = ({ rows }: { readonly rows: readonly HandoverRow[] }) => {
  const t = useWords('post')
  const say = useSay()
  const take = useTakeOver()
  if (rows.length === 0) return <p className="desk-quiet">{t('handed.none')}</p>
  return (
    <>
      <p className="desk-quiet">{t('handed.what')}</p>
      {take.error && <Problem error={take.error} />}
      <ul className="post-rows">
        {rows.map((row) => (
          <li key={row.caseId} className="post-row">
            <span className="post-main">
              <Link to="/desk/case/$id" params={{ id: row.caseId }} preload={false}>
                <strong>{row.item ? say.text(row.item) : row.number}</strong>
              </Link>
              <span className="desk-quiet">
                {[row.number, say.text(row.state), say.locale === 'en' ? row.postTitleEn : row.postTitle]
                  .concat(row.vacant ? [t('handed.vacant')] : [])
                  .join(' · ')}
              </span>
            </span>
            {row.dueAt !== null && <Time at={row.dueAt} as="deadline" still />}
            <Button
              loading={take.isPending && take.variables.caseId === row.caseId}
              onClick={() => take.mutate({ caseId: row.caseId, commandId: uuidV7() })}
              aria-label={t('handed.takeNamed', { number: row.number })}
            >
              {t('handed.take')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
