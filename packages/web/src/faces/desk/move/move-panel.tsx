import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import { Button } from 'antd'
import { Timer } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { fieldsOf } from '../../../features/case/move-draft.ts'
import { useMove } from '../../../features/case/use-move.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { MOVE_FIELDS } from './move-fields.tsx'

interface MovePanelProps {
  readonly kase: CaseView
  readonly move: MoveView
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The form of any move of any kind: exactly the inputs that it needs or may carry, what it does, and doing it. */
export const MovePanel = ({ kase, move, onClose, onDone }: MovePanelProps) => {
  const t = useWords('desk')
  const words = useWords('case')
  const say = useSay()
  const form = useMove(kase, move, { onDone, onLater: onClose })
  const panel = useRef<HTMLFormElement>(null)
  const name = say.text(move.name)

  // The first input takes the focus; a move without inputs is one press away from done.
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('textarea, input:not([type=file]), [type=submit]')?.focus()
  }, [])

  return (
    <form
      ref={panel}
      className="panel"
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          form.submit()
        }
      }}
    >
      <p className="panel-effect">
        <Timer aria-hidden="true" className="desk-icon" />
        {say.text(move.effect)}
      </p>
      {fieldsOf(move).map((field) => {
        const Field = MOVE_FIELDS[field]
        return <Field key={field} form={form} move={move} kase={kase} />
      })}
      {form.missing.length > 0 && (
        <p role="alert" className="panel-missing">
          {t('panel.missing', {
            fields: form.missing.map((field) => words(`field.${field}`)).join(t('panel.and')),
          })}
        </p>
      )}
      {form.problem && <Problem error={form.problem} />}
      <div className="panel-buttons">
        {form.savedAt !== null && (
          <span className="panel-draft">
            {t('panel.draft')}
            <Button type="link" size="small" onClick={form.discard}>
              {t('panel.discard')}
            </Button>
          </span>
        )}
        <Button onClick={onClose}>{t('panel.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={form.sending} disabled={form.uploads.sending > 0}>
          {form.uploads.sending > 0 ? t('panel.uploading') : t('panel.do', { move: name })}
        </Button>
      </div>
    </form>
  )
}
