import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'

/** Few people throw a report away, so few download the dialog that asks. */
const Dialog = lazy(() => import('../../ui/dialog.tsx').then((module) => ({ default: module.Dialog })))

/** Throws the draft away, after asking: it cannot be brought back. */
export const StartOver = ({ onYes }: { readonly onYes: () => void }) => {
  const t = useWords('report')
  const [asking, setAsking] = useState(false)
  const yes = () => {
    setAsking(false)
    onYes()
    document.getElementById('main')?.querySelector('h1')?.focus()
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('startOver')}
      </Button>
      {asking && (
        <Suspense>
          <Dialog
            title={t('startOver')}
            open
            onClose={() => setAsking(false)}
            firm
            actions={
              <>
                <Button onClick={() => setAsking(false)}>{t('startOverNo')}</Button>
                <Button kind="danger" onClick={yes}>
                  {t('startOverYes')}
                </Button>
              </>
            }
          >
            <p>{t('startOverAsk')}</p>
          </Dialog>
        </Suspense>
      )}
    </>
  )
}
