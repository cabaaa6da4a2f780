import { useWords } from '../../messages/words.ts'
import './call-codes.css'

/** Said beside a code that was entered and could not be sent: what is safe, what stands still, and what the other side can do. */
export const CodeWaits = () => {
  const t = useWords('whistle')
  return (
    <span className="code-waits" role="status">
      {t('codes.waits')}
    </span>
  )
}
