import type { MeTooView } from '@lianxin/contract/echo/echo-views'
import { meTooRoutes } from '@lianxin/contract/echo/me-too-routes'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { api } from '../../data/api-client.ts'
import { uuidV7 } from '../../data/uuid-v7.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, buttonDress } from '../../ui/button.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import './echo.css'
import { forgetMeToo, useKeptMeToos } from './me-too-store.ts'

const Followed = ({
  view,
  onLeave,
  leaving,
}: {
  readonly view: MeTooView
  readonly onLeave: () => void
  readonly leaving: boolean
}) => {
  const t = useWords('echo')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const text = ({ zh, en }: MeTooView['sentence']) => (locale === 'en' ? en : zh)
  const name = view.item ? (locale === 'en' ? view.item.nameEn : view.item.name) : t('entry.noItem')
  return (
    <article className="lx-echo-card" aria-labelledby="followed">
      <h2 id="followed">
        {t('mine.what', {
          item: name,
          community: locale === 'en' ? view.communityNameEn : view.communityName,
        })}
      </h2>
      <p className="lx-lead">{text(view.sentence)}</p>
      {view.dueAt !== null && <p>{t('mine.due', { due: say.deadline(view.dueAt) })}</p>}
      <p className="lx-quiet">
        {t('meToo.count', { count: view.meToo })} · {t(view.byPhone ? 'mine.byPhone' : 'mine.byCode')}
      </p>
      <ol className="lx-echo-steps">
        {view.steps.map(({ at, sentence }) => (
          <li key={`${at} ${sentence.zh}`}>
            <span>{text(sentence)}</span>
            <span className="lx-quiet lx-small">
              <Time at={at} as="point" />
            </span>
          </li>
        ))}
      </ol>
      {view.entryId && (
        <Link to="/echo/$id" params={{ id: view.entryId }} {...buttonDress('primary', 'normal')}>
          {t('mine.answer')}
        </Link>
      )}
      <Button kind="quiet" pending={leaving} onClick={onLeave}>
        {t('mine.leave')}
      </Button>
      <p className="lx-small lx-quiet">{t('mine.leaveMore')}</p>
    </article>
  )
}

/** How it goes with what I said “me too” to: by the code, kept on this device or typed. */
export const MeTooScreen = () => {
  const t = useWords('echo')
  const kept = useKeptMeToos()
  const [code, setCode] = useState('')
  const look = useMutation({
    mutationFn: (followCode: string) => api(meTooRoutes.followed, { body: { followCode } }),
    gcTime: 0,
  })
  const leave = useMutation({
    mutationFn: (followCode: string) => api(meTooRoutes.leave, { body: { followCode }, commandId: uuidV7() }),
    onSuccess: (_done, followCode) => {
      forgetMeToo(followCode)
      look.reset()
      setCode('')
    },
  })
  const open = (followCode: string) => {
    setCode(followCode)
    leave.reset()
    look.mutate(followCode)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (code.trim()) open(code.trim())
  }
  return (
    <div className="lx-page lx-echo">
      <div>
        <h1>{t('mine.heading')}</h1>
        <p className="lx-lead">{t('mine.lead')}</p>
      </div>
      {kept.length > 0 && (
        <section aria-labelledby="mine-kept" className="lx-stack">
          <h2 id="mine-kept">{t('mine.kept')}</h2>
          <ul className="lx-echo-kept">
            {kept.map((one) => (
              <li key={one.code}>
                <Button wide onClick={() => open(one.code)}>
                  {t('mine.what', { item: one.item || t('entry.noItem'), community: one.community })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form className="lx-stack" noValidate onSubmit={submit}>
        <TextField
          label={t('mine.code')}
          hint={t('mine.codeHint')}
          autoComplete="off"
          value={code}
          onChange={(typed) => {
            look.reset()
            setCode(typed)
          }}
        />
        <Button type="submit" kind="primary" pending={look.isPending}>
          {t('mine.look')}
        </Button>
      </form>
      <ProblemBanner problem={look.error ?? leave.error} />
      {leave.isSuccess && <Banner kind="success" title={t('mine.left')} />}
      {look.data && (
        <Followed view={look.data} leaving={leave.isPending} onLeave={() => leave.mutate(code.trim())} />
      )}
      <Link to="/echo">{t('entry.back')}</Link>
    </div>
  )
}
