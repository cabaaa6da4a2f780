import type { CaseView } from '@lianxin/contract/case/case-views'
import { Button } from 'antd'
import { useRef } from 'react'
import { useMe } from '../../../data/me.ts'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useProposeTopic } from '../../../features/rating/use-upward.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'

/** What a rectification brings to light may be worked on as a whole: for those who may propose it. */
export const ProposeTopic = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('rating')
  const me = useMe()
  const commandId = useRef(uuidV7())
  const propose = useProposeTopic()
  if (kase.kind !== 'rectification' || me.data?.can.includes('rating.proposeTopic') !== true) return null
  return (
    <div>
      {propose.isSuccess ? (
        <p role="status">{t('topic.proposedDone')}</p>
      ) : (
        <Button
          loading={propose.isPending}
          onClick={() => propose.mutate({ caseId: kase.id, commandId: commandId.current })}
        >
          {t('topic.propose')}
        </Button>
      )}
      {propose.error && <Problem error={propose.error} />}
    </div>
  )
}
