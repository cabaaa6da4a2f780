import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import { Timer } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { fieldsOf } from '../../features/case/move-draft.ts'
import { useMove } from '../../features/case/use-move.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { MoveInput } from './move-input.tsx'

interface MoveFormProps {
  readonly kase: CaseView
  readonly move: MoveView
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The form of one step, for a thumb: what it does, what it needs, and one large button. */
export const MoveForm = ({ kase, move, onClose, onDone }: MoveFormProps) => {
  const t = useWords('field')
  const say = useSay()
  const form = useMove(kase, move, { onDone, onLater: onClose })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: false }), [])
  return (
    <form
      className="move-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {say.text(move.name)}
      </h2>
      <p className="move-effect">
        <Timer aria-hidden="true" />
        {say.text(move.effect)}
      </p>
      {fieldsOf(move).map((field) => (
        <MoveInput key={field} field={field} form={form} move={move} kase={kase} />
      ))}
      <ProblemBanner problem={form.problem} onRetry={form.submit} pending={form.sending} />
      <Button
        kind="primary"
        size="main"
        type="submit"
        wide
        pending={form.sending || form.uploads.sending > 0}
      >
        {t(form.uploads.sending > 0 ? 'form.uploading' : 'form.do', { move: say.text(move.name) })}
      </Button>
      <Button kind="quiet" wide onClick={onClose}>
        {t('form.later')}
      </Button>
    </form>
  )
}
