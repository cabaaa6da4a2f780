import type { RoutingNames } from '@lianxin/contract/routing/rule-words'
import { Collapse } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useRoutingHistory } from '../../../features/routing/use-routing.ts'
import { useWords } from '../../../messages/words.ts'
import { useTimeWords } from '../../../ui/time-words.ts'
import { RuleList } from './rule-list.tsx'

/** Every version that there was, newest first; asked for when it is opened. */
export const RuleHistory = ({ names }: { readonly names: RoutingNames }) => {
  const t = useWords('routing')
  const [open, setOpen] = useState(false)
  return (
    <Collapse
      onChange={(keys) => setOpen(keys.length > 0)}
      items={[{ key: 'history', label: t('history'), children: open && <Versions names={names} /> }]}
    />
  )
}

const Versions = ({ names }: { readonly names: RoutingNames }) => {
  const t = useWords('routing')
  const say = useSay()
  const times = useTimeWords()
  const history = useRoutingHistory()
  if (history.data?.length === 0) return <p>{t('noHistory')}</p>
  return (
    <Collapse
      ghost
      items={(history.data ?? []).map((version) => ({
        key: version.version,
        label: [
          t('version', { number: version.version }),
          `${t('from')} ${times.point(version.effectiveFrom)}`,
          version.decidedBy ? say.text(version.decidedBy) : t('bySetUp'),
          ...(version.replaced ? [t('replaced')] : []),
        ].join(' · '),
        children: <RuleList rules={version.rules} names={names} faults={[]} />,
      }))}
    />
  )
}
