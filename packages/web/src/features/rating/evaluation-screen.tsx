import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { Fold } from '../../ui/fold.tsx'
import { EvaluationBoard } from './evaluation-board.tsx'
import type { UnitLink } from './evaluation-rows.tsx'
import { TopicList } from './topic-list.tsx'
import { UpwardResults } from './upward-results.tsx'
import { usePublicTopics } from './use-upward.ts'

const ToUnit: UnitLink = ({ id, children }) => (
  <Link to="/units/$id" params={{ id }}>
    {children}
  </Link>
)

/** The rates as everybody may read them. */
export const EvaluationScreen = () => {
  const t = useWords('rating')
  const search = useSearch({ from: '/resident/evaluation' })
  const navigate = useNavigate()
  const topics = usePublicTopics()
  return (
    <div className="lx-page lx-evaluation-page">
      <div>
        <h1>{t('heading')}</h1>
        <p className="lx-lead">{t('lead')}</p>
      </div>
      <EvaluationBoard
        search={search}
        narrow={(narrowed) => void navigate({ to: '/evaluation', search: narrowed, replace: true })}
        unitLink={ToUnit}
      />
      <Fold title={<h2>{t('topic.heading')}</h2>}>
        <p className="lx-quiet">{t('topic.lead')}</p>
        {topics.data && <TopicList topics={topics.data} />}
      </Fold>
      <UpwardResults />
    </div>
  )
}
