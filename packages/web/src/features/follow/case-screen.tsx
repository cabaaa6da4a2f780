import type { Receipt } from '@lianxin/contract/case/case-commands'
import { followRoutes } from '@lianxin/contract/follow/follow-routes'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LogOut } from 'lucide-react'
import { type ComponentType, Suspense, useEffect, useRef } from 'react'
import { api } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { serverTimeAt } from '../../ui/server-time.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import './follow.css'
import { Begun } from './begun.tsx'
import { Between } from './between.tsx'
import { forgetEntries, forgetFollowed, isSessionOver, useFollowedCase } from './followed-case.ts'
import { Joined } from './joined.tsx'
import { Moves } from './moves.tsx'
import { OwnWords } from './own-words.tsx'
import { RaiseAgain } from './raise-again.tsx'
import { Readers } from './readers.tsx'
import { Remedies } from './remedies.tsx'
import { Standing } from './standing.tsx'
import { Steps } from './steps.tsx'

/** The own matter: who has it now, what may be done, what happened, and who looked. */
export const CaseScreen = ({
  Consent,
  keepReceipt,
}: {
  readonly Consent: ComponentType
  readonly keepReceipt: (commandId: string, receipt: Receipt) => Promise<void>
}) => {
  const t = useWords('follow')
  const say = useTimeWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const followed = useFollowedCase()
  const number = useRef('')
  number.current = followed.data?.number ?? number.current
  const over = isSessionOver(followed.error)

  useEffect(() => {
    if (!over) return
    const back = new URLSearchParams({ number: number.current, expired: '1' }).toString()
    void navigate({ to: '/follow', replace: true, ...(number.current ? { hash: back } : {}) })
    forgetFollowed(client)
  }, [over, navigate, client])

  const leave = async () => {
    // The cookie ends by itself where no answer comes; what is on the screen goes either way.
    await api(followRoutes.leave, {}).catch(() => undefined)
    if (followed.data) forgetEntries(followed.data)
    forgetFollowed(client)
    void navigate({ to: '/' })
  }

  if (followed.isPending || over)
    return (
      <div className="lx-page">
        <Skeleton count={5} />
      </div>
    )
  if (!followed.data)
    return (
      <div className="lx-page">
        <h1>{t('case.failed')}</h1>
        <p className="lx-lead">{t('case.failedMore')}</p>
        <ProblemBanner
          problem={followed.error}
          onRetry={() => followed.refetch()}
          pending={followed.isFetching}
        />
      </div>
    )
  const view = followed.data
  return (
    <div className="lx-page lx-followed">
      {followed.isError && (
        <Banner
          kind="warn"
          title={t('case.stale', { at: say.point(serverTimeAt(followed.dataUpdatedAt)) })}
          action={
            <Button onClick={() => followed.refetch()} pending={followed.isFetching}>
              {t('case.again')}
            </Button>
          }
        />
      )}
      <Standing view={view} />
      {view.parties.length > 0 && <Between view={view} />}
      <Moves view={view} />
      {view.begun.map((one) => (
        <Begun key={one.number} begun={one} />
      ))}
      {view.mayRaiseAgain && <RaiseAgain caseId={view.id} keep={keepReceipt} />}
      {view.remedies.length > 0 && <Remedies remedies={view.remedies} />}
      {view.joined && (
        <Joined joined={view.joined} asked={view.moves.some(({ needs }) => needs.includes('solved'))} />
      )}
      {view.parties.length === 0 && (
        <Suspense>
          <Consent />
        </Suspense>
      )}
      <Steps view={view} />
      <OwnWords view={view} />
      <Readers />
      <div className="lx-followed-leave">
        <Button icon={<LogOut aria-hidden="true" />} onClick={leave}>
          {t('case.leave')}
        </Button>
        <p className="lx-quiet lx-small">{t('case.leaveMore')}</p>
      </div>
    </div>
  )
}
