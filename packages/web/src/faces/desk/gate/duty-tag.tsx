import { DUTY_CLASS_NAMES } from '@lianxin/contract/gate/duty-lists'
import type { GateView } from '@lianxin/contract/gate/gate-views'
import { BadgeCheck, Ban, CircleHelp, Handshake } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import '../../../ui/state-tag.css'

const CLASSES = {
  do: { tone: 'closed', Icon: BadgeCheck },
  assist: { tone: 'waiting', Icon: Handshake },
  notOurs: { tone: 'overdue', Icon: Ban },
} as const

/** The entry of the duty list that a demand rests on; or that it rests on none. */
export const DutyTag = ({ entry }: { readonly entry: GateView['entry'] }) => {
  const t = useWords('gate')
  const say = useSay()
  if (!entry)
    return (
      <span className="lx-state" data-tone="suspended">
        <CircleHelp aria-hidden="true" />
        {t('view.offList')}
      </span>
    )
  const { tone, Icon } = CLASSES[entry.class]
  return (
    <span className="gate-duty">
      <span className="lx-state" data-tone={tone}>
        <Icon aria-hidden="true" />
        {say.text(DUTY_CLASS_NAMES[entry.class])}
      </span>
      <span>
        {say.name(entry)}{' '}
        <span className="desk-quiet">{say.locale === 'en' ? entry.basisEn : entry.basis}</span>
      </span>
    </span>
  )
}
