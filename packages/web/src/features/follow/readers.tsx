import type { ReadOfMine } from '@lianxin/contract/follow/follow-routes'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { useMyReads } from './followed-case.ts'

const SHOWN_AT_FIRST = 4

const Read = ({ read }: { readonly read: ReadOfMine }) => {
  const t = useWords('follow')
  const { locale } = usePreferences()
  const post = locale === 'en' ? read.postTitleEn : read.postTitle
  const purpose = read.purpose && (locale === 'en' ? read.purpose.en : read.purpose.zh)
  return (
    <li>
      <p>
        <strong>
          {t(read.acting ? 'reads.whoActing' : 'reads.who', {
            unit: locale === 'en' ? read.unitNameEn : read.unitName,
            post,
          })}
        </strong>
      </p>
      <p>{purpose ? t('reads.why', { purpose }) : t('reads.noWhy')}</p>
      <p className="lx-quiet lx-small">
        <Time at={read.at} as="point" /> · {locale === 'en' ? read.view.en : read.view.zh}
        {read.times > 1 && ` · ${t('reads.times', { count: read.times })}`}
      </p>
    </li>
  )
}

/** Nobody reads a resident's data without a trace that the resident can see: this is the trace. */
export const Readers = () => {
  const t = useWords('follow')
  const reads = useMyReads()
  const [all, setAll] = useState(false)
  const rows = reads.data?.toSorted((one, other) => other.at - one.at) ?? []
  return (
    <section className="lx-stack" aria-labelledby="readers">
      <h2 id="readers">{t('reads.heading')}</h2>
      {reads.isPending && <Skeleton count={2} />}
      {reads.isError && !reads.data && (
        <ProblemBanner problem={reads.error} onRetry={() => reads.refetch()} pending={reads.isFetching} />
      )}
      {reads.data && rows.length === 0 && (
        <EmptyState icon={<Eye aria-hidden="true" />} title={t('reads.none')}>
          {t('reads.empty')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <p className="lx-quiet">{t('reads.lead')}</p>
          <ul className="lx-reads">
            {rows.slice(0, all ? rows.length : SHOWN_AT_FIRST).map((read) => (
              <Read key={`${read.at} ${read.unitName} ${read.postTitle} ${read.view.zh}`} read={read} />
            ))}
          </ul>
          {!all && rows.length > SHOWN_AT_FIRST && (
            <Button onClick={() => setAll(true)}>{t('reads.more', { count: rows.length })}</Button>
          )}
        </>
      )}
    </section>
  )
}
