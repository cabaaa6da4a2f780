import type { GateEstimate } from '@lianxin/contract/gate/gate-views'
import { Ban } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface ForbiddenNoteProps {
  readonly forbidden: GateEstimate['forbidden']
  readonly field: string
}

/** What may not be asked for, with the rule, right where it was written. */
export const ForbiddenNote = ({ forbidden, field }: ForbiddenNoteProps) => {
  const t = useWords('gate')
  const say = useSay()
  return forbidden
    .filter((one) => one.field === field)
    .map((one) => (
      <p key={one.code} role="alert" className="gate-forbidden">
        <Ban aria-hidden="true" />
        <span>
          <strong>{t('ask.forbidden', { found: one.found, what: say.text(one.name) })}</strong>{' '}
          {say.text(one.rule)}
        </span>
      </p>
    ))
}
