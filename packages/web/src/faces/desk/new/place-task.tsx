import type { GateView } from '@lianxin/contract/gate/gate-views'
import { Link } from '@tanstack/react-router'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { fromDayInput, toDayInput } from '../../../features/case/day-input.ts'
import { useGateRequest } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'
import { Problem } from '../problem.tsx'
import { CommunitiesField } from './communities-field.tsx'
import { PlacedList } from './placed-list.tsx'
import { usePlacing } from './use-placing.ts'

const MOST_WORDS = 2000

/** A department places what the gate let through: on each community that took it on, as a task of its own. */
export const PlaceTask = ({ admissionId }: { readonly admissionId: string }) => {
  const t = useWords('desk')
  const request = useGateRequest(admissionId)
  return (
    <main id="main" tabIndex={-1} className="new-matter">
      <h1>{t('place.heading')}</h1>
      {request.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {request.error && <Problem error={request.error} again={() => void request.refetch()} />}
      {request.data && <PlaceForm view={request.data} />}
    </main>
  )
}

const PlaceForm = ({ view }: { readonly view: GateView }) => {
  const t = useWords('desk')
  const { draft, set, clear, placed, sending } = usePlacing(view.id)
  const [tried, setTried] = useState(false)
  const bound = view.recipients.filter(({ state }) => state === 'accepted' || state === 'overruled')
  const open = bound.filter(({ communityCode }) => !('raised' in (placed[communityCode] ?? {})))
  const chosen = open.filter(({ communityCode }) => !draft.left.includes(communityCode))
  const words = draft.words ?? view.words.purpose
  const missing = {
    words: [...words.trim()].length < 2,
    date: draft.dueAt === null || draft.dueAt <= serverNow(),
    communities: chosen.length === 0,
  }
  const send = () => {
    setTried(true)
    if (draft.dueAt === null || Object.values(missing).some(Boolean) || sending.isPending) return
    const codes = chosen.map(({ communityCode }) => communityCode)
    sending.mutate({ codes, words: words.trim(), dueAt: draft.dueAt })
  }
  const told = (wrong: boolean, sentence: string) =>
    tried && wrong ? (
      <p role="alert" className="field-told" data-wrong>
        {sentence}
      </p>
    ) : null
  return (
    <form
      className="place-task"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p>
        <Link to="/desk/gate/$id" params={{ id: view.id }}>
          {view.words.title}
        </Link>
      </p>
      <p className="desk-quiet">{t('place.once')}</p>
      <PlacedList recipients={bound} placed={placed} />
      {open.length === 0 ? (
        <p>
          {t(bound.length === 0 ? 'place.nobody' : 'place.done')}{' '}
          <Link to="/desk" onClick={clear}>
            {t('new.back')}
          </Link>
        </p>
      ) : (
        <>
          <div className="field">
            <label htmlFor="place-words">{t('place.words')}</label>
            <Input.TextArea
              id="place-words"
              value={words}
              maxLength={MOST_WORDS}
              autoSize={{ minRows: 3, maxRows: 12 }}
              aria-invalid={tried && missing.words}
              onChange={(event) => set({ words: event.target.value })}
            />
            {told(missing.words, t('new.wordsMissing'))}
          </div>
          <div className="field">
            <label htmlFor="place-due">{t('place.due')}</label>
            <Input
              id="place-due"
              type="datetime-local"
              className="place-due"
              min={toDayInput(serverNow())}
              {...(draft.dueAt === null ? {} : { defaultValue: toDayInput(draft.dueAt) })}
              aria-invalid={tried && missing.date}
              onChange={(event) => set({ dueAt: fromDayInput(event.target.value) ?? null })}
            />
            {told(missing.date, t('place.dueMissing'))}
          </div>
          <CommunitiesField open={open} left={draft.left} leave={(left) => set({ left })}>
            {told(missing.communities, t('place.communitiesMissing'))}
          </CommunitiesField>
          <div className="panel-buttons">
            <Link to="/desk/gate/$id" params={{ id: view.id }}>
              {t('place.back')}
            </Link>
            <Button type="primary" htmlType="submit" loading={sending.isPending}>
              {t('place.send', { count: chosen.length })}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
