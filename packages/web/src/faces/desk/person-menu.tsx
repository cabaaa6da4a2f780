import type { Me, PostView } from '@lianxin/contract/account/account-routes'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { ChevronDown } from 'lucide-react'
import { setActivePost } from '../../data/active-post.ts'
import { signOut } from '../../data/sign-in.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { useTimeWords } from '../../ui/time-words.ts'

/** Who is signed in and for which post they are working; a person with several posts changes it here. */
export const PersonMenu = ({ me }: { readonly me: Me }) => {
  const t = useWords('desk')
  const say = useSay()
  const { locale } = say
  const times = useTimeWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const titleOf = (post: PostView) => (locale === 'en' ? post.titleEn : post.title)
  const unitOf = (post: PostView) => (locale === 'en' ? post.unitNameEn : post.unitName)

  const take = async (postId: string) => {
    setActivePost(postId)
    await navigate({ to: '/desk' })
    await client.invalidateQueries()
  }
  const leave = async () => {
    await signOut()
    await navigate({ to: '/sign-in', search: {} })
  }

  const posts = me.posts.map((post) => ({
    key: post.id,
    label: (
      <span className="desk-post">
        <strong>{titleOf(post)}</strong>
        <span>
          {unitOf(post)} · {say.place(post)}
          {post.actingUntil !== null && ` · ${t('person.acting', { until: times.point(post.actingUntil) })}`}
        </span>
      </span>
    ),
    onClick: () => void take(post.id),
  }))
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectable: true,
        selectedKeys: me.active ? [me.active.id] : [],
        items: [
          { type: 'group', label: t('person.posts', { posts: posts.length }), children: posts },
          { type: 'divider' },
          { key: 'leave', label: t('person.signOut'), onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" className="desk-person">
        <span className="desk-person-names">
          <strong>{me.name ?? me.username}</strong>
          {me.active && (
            <span>
              {titleOf(me.active)} · {unitOf(me.active)}
            </span>
          )}
        </span>
        <ChevronDown aria-hidden="true" />
      </Button>
    </Dropdown>
  )
}
