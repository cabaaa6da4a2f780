import type { CaseView } from '@lianxin/contract/case/case-views'
import { Alert } from 'antd'
import { useState } from 'react'
import { useOwnVersion } from '../../../features/case/own-version.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

/** Says that somebody else moved the matter while it was open here, and what that was. */
export const ChangedBanner = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  const say = useSay()
  const own = useOwnVersion(kase.id)
  const [seen, setSeen] = useState(kase.version)
  if (kase.version <= Math.max(seen, own)) return null
  const latest = kase.timeline.toSorted((a, b) => b.seq - a.seq)[0]
  return (
    <Alert
      type="warning"
      showIcon
      banner
      className="case-changed"
      title={t('case.changed')}
      description={`${latest ? say.text(latest.sentence) : ''} ${t('case.changedSafe')}`}
      closable={{ onClose: () => setSeen(kase.version), 'aria-label': t('case.changedSeen') }}
    />
  )
}
