import type { CaseView } from '@lianxin/contract/case/case-views'
import { Alert, Button } from 'antd'
import { useMoveDraft } from '../../../features/case/use-move-draft.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface GonePanelProps {
  readonly kase: CaseView
  readonly move: string
  readonly onClose: () => void
}

/** The move that was being made is no longer possible, because somebody else moved the matter; the words stay. */
export const GonePanel = ({ kase, move, onClose }: GonePanelProps) => {
  const t = useWords('desk')
  const say = useSay()
  const { value, clear } = useMoveDraft(kase.id, move)
  const words = [value.typed.words, value.typed.reason].filter((text) => text?.trim())
  return (
    <Alert
      type="warning"
      showIcon
      className="gone"
      title={t('gone.title', { state: say.text(kase.stateName) })}
      description={
        <>
          {words.length > 0 && (
            <>
              <p>{t('gone.words')}</p>
              {words.map((text) => (
                <blockquote key={text} className="step-words">
                  {text}
                </blockquote>
              ))}
            </>
          )}
          <div className="panel-buttons">
            <Button
              onClick={() => {
                clear()
                onClose()
              }}
            >
              {t('gone.discard')}
            </Button>
            <Button type="primary" onClick={onClose}>
              {t('gone.keep')}
            </Button>
          </div>
        </>
      }
    />
  )
}
