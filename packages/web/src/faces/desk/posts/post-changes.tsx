import type { PostRow } from '@lianxin/contract/org/post-routes'
import { Button } from 'antd'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useCancelChange } from '../../../features/post/use-posts.ts'
import { useWords } from '../../../messages/words.ts'
import { useTimeWords } from '../../../ui/time-words.ts'
import { Problem } from '../problem.tsx'

interface PostChangesProps {
  readonly post: PostRow
  readonly title: string
  readonly where: string
}

/** What is decided of a post beforehand, and who acts in it; each can be taken back. */
export const PostChanges = ({ post, title, where }: PostChangesProps) => {
  const t = useWords('post')
  const times = useTimeWords()
  const cancel = useCancelChange()
  const { planned, acting, changeable } = post
  if (planned === null && acting === null) return null
  const button = (what: 'holder' | 'acting') => {
    const words = t(what === 'holder' ? 'posts.cancelPlanned' : 'posts.cancelActing')
    return (
      changeable && (
        <Button
          size="small"
          loading={cancel.isPending}
          aria-label={t('posts.cancelNamed', { what: words, title, where })}
          onClick={() =>
            cancel.mutate({ postId: post.id, expectedVersion: post.version, what, commandId: uuidV7() })
          }
        >
          {words}
        </Button>
      )
    )
  }
  return (
    <ul className="post-rows post-changes">
      {planned && (
        <li>
          {planned.name === null
            ? t('posts.plannedVacant', { date: times.point(planned.from) })
            : t('posts.planned', { date: times.point(planned.from), name: planned.name })}
          {button('holder')}
        </li>
      )}
      {acting && (
        <li>
          {t('posts.acting', {
            ...{ name: acting.name, from: times.point(acting.from), until: times.point(acting.until) },
          })}
          {button('acting')}
        </li>
      )}
      {cancel.error && <Problem error={cancel.error} />}
    </ul>
  )
}
