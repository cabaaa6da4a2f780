import { Skeleton } from 'antd'
import { useMe } from '../../../data/me.ts'
import { useHandovers, usePosts } from '../../../features/post/use-posts.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { HandoverList } from './handover-list.tsx'
import { PostList } from './post-list.tsx'
import './posts.css'

/** What was handed over to the reader, and, for the head of a unit, who holds its posts. */
export const PostsScreen = () => {
  const t = useWords('post')
  const me = useMe()
  const can = (permission: string) => me.data?.can.includes(permission) ?? false
  const handovers = useHandovers(can('case.takeOver'))
  const posts = usePosts(can('post.list'))
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <h1>{t('heading')}</h1>
      {can('case.takeOver') && (
        <section className="posts-part" aria-labelledby="handed-over">
          <h2 id="handed-over">{t('handed.heading')}</h2>
          {handovers.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
          {handovers.error && <Problem error={handovers.error} again={() => void handovers.refetch()} />}
          {handovers.data && <HandoverList rows={handovers.data} />}
        </section>
      )}
      {can('post.list') && (
        <section className="posts-part" aria-labelledby="posts">
          <h2 id="posts">{t('posts.heading')}</h2>
          <p className="desk-quiet">{t('posts.what')}</p>
          {posts.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
          {posts.error && <Problem error={posts.error} again={() => void posts.refetch()} />}
          {posts.data && <PostList board={posts.data} />}
        </section>
      )}
    </main>
  )
}
