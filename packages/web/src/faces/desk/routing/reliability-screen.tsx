import type { Reliability } from '@lianxin/contract/routing/routing-views'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useReliability } from '../../../features/routing/use-routing.ts'
import { useWords } from '../../../messages/words.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { ReliabilityTable } from './reliability-table.tsx'
import './reliability.css'

/** How often suggested items are right, by the confidence that they claimed: so that nobody need believe it. */
export const ReliabilityScreen = () => {
  const t = useWords('routing')
  const reliability = useReliability()
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <p>
        <Link to="/desk/routing">{t('reliability.back')}</Link>
      </p>
      <h1>{t('reliability.heading')}</h1>
      <p className="desk-quiet">{t('reliability.what')}</p>
      {reliability.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {reliability.error && <Problem error={reliability.error} again={() => void reliability.refetch()} />}
      {reliability.data && <Shown view={reliability.data} />}
    </main>
  )
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 100))

const Shown = ({ view }: { readonly view: Reliability }) => {
  const t = useWords('routing')
  const { learntFrom, checkedOn, minimumMatters, minimumPeople, items, tokens, unknown, right } = view
  const isUsed = view.learntAt !== null && learntFrom >= minimumMatters
  const made = checkedOn - unknown
  return (
    <>
      {view.generated && (
        <Banner kind="warn" title={t('reliability.generated')} next={t('reliability.generatedNext')} />
      )}
      {!isUsed && (
        <Banner
          kind="info"
          title={t('reliability.tooFew', { count: learntFrom, minimum: minimumMatters })}
          next={t('reliability.tooFewNext')}
        />
      )}
      {view.learntAt !== null && (
        <p>
          {t('reliability.learnt', { count: learntFrom, items, tokens })} <Time at={view.learntAt} />
        </p>
      )}
      {isUsed && (
        <>
          <p>
            {t('reliability.checked', {
              ...{ count: checkedOn, made, right, unknown },
              share: percent(right, made),
              threshold: Math.round(view.threshold * 100),
            })}
          </p>
          {view.firstRight && (
            <p>
              {t('reliability.compared', {
                ...{ count: checkedOn, ...view.firstRight },
                keywordsShare: percent(view.firstRight.keywords, checkedOn),
                learntShare: percent(view.firstRight.learnt, checkedOn),
                bothShare: percent(view.firstRight.both, checkedOn),
              })}
            </p>
          )}
          <ReliabilityTable bins={view.bins} />
        </>
      )}
      <h2>{t('reliability.howHeading')}</h2>
      <p>{t('reliability.how')}</p>
      <p>{t('reliability.kept', { people: minimumPeople })}</p>
      <p>{t('reliability.never')}</p>
    </>
  )
}
