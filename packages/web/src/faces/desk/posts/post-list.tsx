import type { PostBoard, PostRow } from '@lianxin/contract/org/post-routes'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { HolderDialog } from './holder-dialog.tsx'
import { PostChanges } from './post-changes.tsx'

/** More posts than that are looked through by typing. */
const LOOKED_THROUGH = 12
const SHOWN = 100

export const PostList = ({ board: { posts, people } }: { readonly board: PostBoard }) => {
  const t = useWords('post')
  const say = useSay()
  const [wanted, setWanted] = useState('')
  const [changing, setChanging] = useState<PostRow | null>(null)
  const english = say.locale === 'en'
  const wordsOf = (post: PostRow) => ({
    title: english ? post.titleEn : post.title,
    where: english ? `${post.unitNameEn} · ${post.placeNameEn}` : `${post.unitName} · ${post.placeName}`,
  })
  const found = posts.filter((post) => {
    const { title, where } = wordsOf(post)
    return `${title} ${where} ${post.holder?.name ?? ''}`.toLowerCase().includes(wanted.trim().toLowerCase())
  })
  return (
    <>
      {posts.length > LOOKED_THROUGH && (
        <Input
          className="posts-wanted"
          allowClear
          value={wanted}
          aria-label={t('posts.find')}
          placeholder={t('posts.find')}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul className="post-rows">
        {found.slice(0, SHOWN).map((post) => {
          const { title, where } = wordsOf(post)
          return (
            <li key={post.id} className="post-row">
              <span className="post-main">
                <strong>{title}</strong>
                <span className="desk-quiet">{where}</span>
              </span>
              <span className="post-holder" data-vacant={post.holder === null || undefined}>
                {post.holder?.name ?? t('posts.vacant')}
                {post.holder && (
                  <span className="desk-quiet">
                    {t('posts.since')}
                    <Time at={post.holder.since} as="point" still />
                  </span>
                )}
              </span>
              {post.changeable && (post.planned === null || post.acting === null) && (
                <Button
                  onClick={() => setChanging(post)}
                  aria-label={t('posts.changeNamed', { title, where })}
                >
                  {t('posts.change')}
                </Button>
              )}
              <PostChanges post={post} title={title} where={where} />
            </li>
          )
        })}
      </ul>
      {found.length > SHOWN && (
        <p className="desk-quiet">{t('posts.more', { count: found.length - SHOWN })}</p>
      )}
      {changing && (
        <HolderDialog
          post={changing}
          heading={t('change.heading', { title: wordsOf(changing).title })}
          people={people.filter(
            (one) => one.unitId === changing.unitId && one.accountId !== changing.holder?.accountId,
          )}
          close={() => setChanging(null)}
        />
      )}
    </>
  )
}
