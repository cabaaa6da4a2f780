import type { PostBoard, PostRow } from '@lianxin/contract/org/post-routes'
import { Input, Modal, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { fromDayInput, toDayInput } from '../../../features/case/day-input.ts'
import { useAppointActing, useChangeHolder } from '../../../features/post/use-posts.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'
import { Problem } from '../problem.tsx'

interface HolderDialogProps {
  readonly post: PostRow
  readonly heading: string
  readonly people: PostBoard['people']
  readonly close: () => void
}

const NOBODY = 'nobody'

/** Who holds the post, or acts in it, from when and until when. What follows is said before it is done. */
export const HolderDialog = ({ post, heading, people, close }: HolderDialogProps) => {
  const t = useWords('post')
  const change = useChangeHolder()
  const appoint = useAppointActing()
  const [commandId] = useState(() => uuidV7())
  const [acting, setActing] = useState(post.planned !== null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [later, setLater] = useState(false)
  const [from, setFrom] = useState<number>()
  const [until, setUntil] = useState<number>()
  const options = [
    ...people.map(({ accountId, name }) => ({ value: accountId, label: name })),
    ...(post.holder === null || acting ? [] : [{ value: NOBODY, label: t('change.vacant') }]),
  ]
  const complete = chosen !== null && (!later || from !== undefined) && (!acting || until !== undefined)
  const send = () => {
    if (chosen === null) return
    const of = { postId: post.id, expectedVersion: post.version, commandId }
    const start = later && from !== undefined ? { from } : {}
    if (acting && until !== undefined)
      appoint.mutate({ ...of, ...start, accountId: chosen, until }, { onSuccess: close })
    else
      change.mutate({ ...of, ...start, accountId: chosen === NOBODY ? null : chosen }, { onSuccess: close })
  }
  const error = change.error ?? appoint.error
  return (
    <Modal
      open
      className="holder-dialog"
      title={heading}
      okText={t('change.send')}
      cancelText={t('change.cancel')}
      okButtonProps={{ disabled: !complete, loading: change.isPending || appoint.isPending }}
      onOk={send}
      onCancel={close}
    >
      <div className="holder-form">
        {post.planned === null && post.acting === null && (
          <Segmented
            block
            aria-label={t('change.kind')}
            value={acting ? 'acting' : 'holder'}
            options={[
              { value: 'holder', label: t('change.kindHolder') },
              { value: 'acting', label: t('change.kindActing') },
            ]}
            onChange={(value) => {
              setActing(value === 'acting')
              setChosen(null)
            }}
          />
        )}
        <p className="desk-quiet">{t(acting ? 'change.actingWhat' : 'change.what')}</p>
        <label htmlFor="holder">{t(acting ? 'change.actor' : 'change.successor')}</label>
        <Select
          id="holder"
          value={chosen}
          options={options}
          onChange={(value) => setChosen(value)}
          placeholder={t('change.choose')}
          showSearch
          optionFilterProp="label"
        />
        {chosen === NOBODY && <p>{t('change.vacantWhat')}</p>}
        <Segmented
          block
          aria-label={t('change.when')}
          value={later ? 'later' : 'now'}
          options={[
            { value: 'now', label: t('change.now') },
            { value: 'later', label: t('change.later') },
          ]}
          onChange={(value) => setLater(value === 'later')}
        />
        {later && <Moment label={t('change.from')} change={setFrom} />}
        {acting && <Moment label={t('change.until')} change={setUntil} />}
        <p className="desk-quiet">{t('change.newcomer')}</p>
        {error && <Problem error={error} />}
      </div>
    </Modal>
  )
}

const Moment = ({
  label,
  change,
}: {
  readonly label: string
  readonly change: (moment: number | undefined) => void
}) => {
  const id = useId()
  return (
    <div className="holder-moment">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="datetime-local"
        min={toDayInput(serverNow())}
        onChange={(event) => change(fromDayInput(event.target.value))}
      />
    </div>
  )
}
