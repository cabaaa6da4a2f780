import type { Me, PostView } from '@lianxin/contract/account/account-routes'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { setActivePost } from '../../data/active-post.ts'
import { signOut } from '../../data/sign-in.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { Button, buttonDress } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'

/** Who is working here, for which post, and the way out. */
export const Leave = ({ me }: { readonly me: Me }) => {
  const t = useWords('field')
  const { locale } = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const nameOf = (post: PostView) =>
    (locale === 'en'
      ? `${post.titleEn} · ${post.unitNameEn} · ${post.placeNameEn}`
      : `${post.title} · ${post.unitName} · ${post.placeName}`) +
    (post.actingUntil === null ? '' : t('leave.acting'))
  const leave = async () => {
    await signOut()
    await navigate({ to: '/sign-in', search: {} })
  }
  const take = async (postId: string) => {
    setActivePost(postId)
    await client.invalidateQueries()
  }
  return (
    <footer className="leave">
      <p>
        <strong>{me.name ?? me.username}</strong>
        {me.posts.length === 1 && me.active && <span className="lx-quiet"> · {nameOf(me.active)}</span>}
      </p>
      {me.posts.length > 1 && (
        <Select
          label={t('leave.post')}
          value={me.active?.id ?? ''}
          options={me.posts.map((post) => ({ value: post.id, label: nameOf(post) }))}
          onChange={(id) => void take(id)}
        />
      )}
      <div className="lx-row">
        <Link to="/desk" {...buttonDress('quiet')}>
          {t('leave.desk')}
        </Link>
        <Button kind="quiet" onClick={() => void leave()}>
          {t('leave.signOut')}
        </Button>
      </div>
    </footer>
  )
}
