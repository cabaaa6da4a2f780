import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { TopicList } from '../../features/rating/topic-list.tsx'
import { useTopics } from '../../features/rating/use-upward.ts'
import { useWords } from '../../messages/words.ts'
import { Problem } from './problem.tsx'

/** Topics within reach, also those that wait to be taken up. */
export const DeskTopics = () => {
  const t = useWords('rating')
  const topics = useTopics()
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{t('topic.heading')}</h2>
      <p className="desk-quiet">{t('topic.lead')}</p>
      {topics.error && <Problem error={topics.error} again={() => void topics.refetch()} />}
      {topics.isPending && <Skeleton active />}
      {topics.data && (
        <TopicList
          topics={topics.data}
          open={({ id }, name) => (
            <Link to="/desk/case/$id" params={{ id }} preload={false}>
              {name}
            </Link>
          )}
        />
      )}
    </section>
  )
}
