import { Navigate, Outlet, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useMe } from '../../../data/me.ts'
import { readFilter } from '../../../features/case/case-filter.ts'
import { useInbox } from '../../../features/case/use-inbox.ts'
import { useWords } from '../../../messages/words.ts'
import './inbox.css'
import { InboxList } from './inbox-list.tsx'
import { InboxTools } from './inbox-tools.tsx'
import { InboxViews } from './inbox-views.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { useListKeys } from './use-list-keys.ts'

export const InboxScreen = () => {
  const t = useWords('desk')
  const me = useMe()
  const search = useSearch({ strict: false })
  const filter = useMemo(() => readFilter(search), [search])
  const { id } = useParams({ strict: false })
  const inbox = useInbox(filter)
  const [keysOpen, setKeysOpen] = useState(false)
  const cursor = useListKeys({ rows: inbox.rows, openId: id, showKeys: () => setKeysOpen(true) })

  if (me.data && !me.data.can.includes('case.list'))
    return me.data.can.includes('ledger.read') ? (
      <Navigate to="/desk/ledger" replace />
    ) : (
      <main id="main" tabIndex={-1} className="desk-blank">
        <h1>{t('noDesk.heading')}</h1>
        <p>{t('noDesk.next')}</p>
      </main>
    )
  return (
    <div className="inbox">
      <section className="inbox-side" aria-label={t('inbox.label')}>
        <InboxViews filter={filter} />
        <InboxTools
          filter={filter}
          mayExport={me.data?.can.includes('case.export') ?? false}
          onKeys={() => setKeysOpen(true)}
        />
        <InboxList inbox={inbox} filter={filter} cursorId={cursor.id} openId={id} onCursor={cursor.set} />
      </section>
      <main id="main" tabIndex={-1} className="inbox-main">
        <Outlet />
      </main>
      <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  )
}
