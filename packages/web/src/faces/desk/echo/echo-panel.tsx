import { Link } from '@tanstack/react-router'
import { Megaphone } from 'lucide-react'
import { useStanding } from '../../../features/echo/use-standing.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'

/** Beside a matter: whether it may be published, is, or was; and how many others have the same trouble. */
export const EchoPanel = ({ caseId }: { readonly caseId: string }) => {
  const t = useWords('echo-desk')
  const { data } = useStanding(caseId)
  if (!data) return null
  const { asked, entry, block, meToo, meTooByPhone, can } = data
  const published = entry?.state === 'published'
  const mayOpen = can.includes('echo.publish') && (published || block === null)
  return (
    <div className="echo-panel">
      <p>
        {published ? (
          <>
            {t('panel.published')} <Time at={entry.publishedAt} still />
          </>
        ) : (
          t(`panel.block.${block ?? (asked ? 'none' : 'found')}`)
        )}
      </p>
      {entry?.state === 'down' && entry.reason && (
        <p className="desk-quiet">{t('panel.down', { reason: t(`reason.${entry.reason}`) })}</p>
      )}
      {meToo > 0 && <p className="desk-quiet">{t('panel.meToo', { count: meToo, phones: meTooByPhone })}</p>}
      {mayOpen && (
        <Link to="/desk/echo/$id" params={{ id: caseId }} preload={false} className="echo-open">
          <Megaphone aria-hidden="true" />
          {t(published ? 'panel.edit' : 'panel.prepare')}
        </Link>
      )}
    </div>
  )
}
