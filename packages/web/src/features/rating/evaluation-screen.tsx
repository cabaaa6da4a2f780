import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { EvaluationBoard } from './evaluation-board.tsx'
import { TopicList } from './topic-list.tsx'
import { UpwardResults } from './upward-results.tsx'
import { usePublicTopics } from './use-upward.ts'

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
      />
      <section aria-labelledby="topics">
        <h2 id="topics">{t('topic.heading')}</h2>
        <p className="lx-quiet">{t('topic.lead')}</p>
        {topics.data && <TopicList topics={topics.data} />}
      </section>
      <UpwardResults />
    </div>
  )
}
