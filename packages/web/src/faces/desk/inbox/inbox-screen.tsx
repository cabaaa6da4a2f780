import { Navigate, Outlet, useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useCallback, useMemo, useState } from 'react'
import { useMe } from '../../../data/me.ts'
import { readFilter } from '../../../features/case/case-filter.ts'
import { useInbox } from '../../../features/case/use-inbox.ts'
import { useWords } from '../../../messages/words.ts'
import { useNarrow } from '../../../ui/narrow.ts'
import './inbox.css'
import { InboxList } from './inbox-list.tsx'
import { InboxTools } from './inbox-tools.tsx'
import { InboxViews } from './inbox-views.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { useListKeys } from './use-list-keys.ts'

/** The list beside the open matter. */
const Inbox = ({ mayExport }: { readonly mayExport: boolean }) => {
  const t = useWords('desk')
  const search = useSearch({ strict: false })
  const filter = useMemo(() => readFilter(search), [search])
  const { id } = useParams({ strict: false })
  const inbox = useInbox(filter)
  const [keysOpen, setKeysOpen] = useState(false)
  const showKeys = useCallback(() => setKeysOpen(true), [])
  const cursor = useListKeys({ rows: inbox.rows, openId: id, showKeys })
  // On a phone what presses today comes first, and the list after it; where a matter is open, the matter alone.
  const narrow = useNarrow('desk')
  const main = (
    <main id="main" tabIndex={-1} className="inbox-main">
      {/* A matter that is still loading must not hide the list, nor take the focus from whoever types there. */}
      <Suspense>
        <Outlet />
      </Suspense>
    </main>
  )
  return (
    <div className="inbox" data-open={id ? '' : undefined}>
      {narrow && main}
      <section className="inbox-side" aria-label={t('inbox.label')}>
        <InboxViews filter={filter} />
        <InboxTools filter={filter} mayExport={mayExport} onKeys={showKeys} />
        <InboxList inbox={inbox} filter={filter} cursorId={cursor.id} openId={id} onCursor={cursor.set} />
      </section>
      {!narrow && main}
      <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  )
}

/** Posts that handle no matters have no inbox: auditors and data protection go to the ledger, who keeps the rules to them, administrators are told. */
export const InboxScreen = () => {
  const t = useWords('desk')
  const can = useMe().data?.can ?? []
  if (can.includes('case.list')) return <Inbox mayExport={can.includes('case.export')} />
  if (can.includes('ledger.read')) return <Navigate to="/desk/ledger" replace />
  if (can.includes('setting.change')) return <Navigate to="/desk/settings" replace />
  return (
    <main id="main" tabIndex={-1} className="desk-blank">
      <h1>{t('noDesk.heading')}</h1>
      <p>{t('noDesk.next')}</p>
    </main>
  )
}
