import type { PostBoard, PostRow } from '@lianxin/contract/org/post-routes'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useChangeHolder } from '../../../features/post/use-posts.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'

interface HolderDialogProps {
  readonly post: PostRow
  readonly heading: string
  readonly people: PostBoard['people']
  readonly close: () => void
}

const NOBODY = 'nobody'

/** Who holds the post from now on. What follows is said before it is done. */
export const HolderDialog = ({ post, heading, people, close }: HolderDialogProps) => {
  const t = useWords('post')
  const change = useChangeHolder()
  const [commandId] = useState(() => uuidV7())
  const [chosen, setChosen] = useState<string | null>(null)
  const options = [
    ...people.map(({ accountId, name }) => ({ value: accountId, label: name })),
    ...(post.holder === null ? [] : [{ value: NOBODY, label: t('change.vacant') }]),
  ]
  const send = () => {
    if (chosen === null) return
    const accountId = chosen === NOBODY ? null : chosen
    change.mutate(
      { postId: post.id, expectedVersion: post.version, accountId, commandId },
      { onSuccess: close },
    )
  }
  return (
    <Modal
      open
      title={heading}
      okText={t('change.send')}
      cancelText={t('change.cancel')}
      okButtonProps={{ disabled: chosen === null, loading: change.isPending }}
      onOk={send}
      onCancel={close}
    >
      <div className="holder-form">
        <p className="desk-quiet">{t('change.what')}</p>
        <label htmlFor="holder">{t('change.successor')}</label>
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
        <p className="desk-quiet">{t('change.newcomer')}</p>
        {change.error && <Problem error={change.error} />}
      </div>
    </Modal>
  )
}
