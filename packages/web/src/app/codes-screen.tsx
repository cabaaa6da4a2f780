import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Holder, holderOf } from '../data/holder.ts'
import { useKeptCodes } from '../data/kept-codes.ts'
import { useMe } from '../data/me.ts'
import { EntryNotes } from '../features/whistle/entry-notes.tsx'
import { KeptCalls } from '../features/whistle/kept-calls.tsx'
import { LOOK_MS, useCodes } from '../features/whistle/use-codes.ts'
import { useWords } from '../messages/words.ts'
import { buttonDress } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useOnline } from '../ui/online.ts'
import { ProblemBanner } from '../ui/problem-banner.tsx'
import { FrontFrame } from './front-frame.tsx'
import { homeOf, safeNext } from './home-of.ts'
import { SignInFirst } from './sign-in-first.tsx'

const Keeper = ({ who }: { readonly who: Holder }) => {
  useCodes(who)
  return null
}

/**
 * 到场码: the codes of all open whistles at one address, and the one page that opens without a network: it shows what this device
 * kept, before it is known who is asking, and takes what the other side shows.
 */
export const CodesScreen = () => {
  const t = useWords('codes')
  const { next } = useSearch({ from: '/codes' })
  const online = useOnline()
  const me = useMe()
  const { error, refetch } = me
  // Nobody is at hand to press: a page that opened without a network finds out by itself that there is one again.
  useEffect(() => {
    if (!error) return
    const again = () => void refetch()
    const timer = setInterval(again, LOOK_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [error, refetch])
  const mine = me.data?.can.includes('case.attest') ? holderOf(me.data) : undefined
  const kept = useKeptCodes(mine)
  const who = mine ?? kept
  if (me.data && me.data.kind !== 'account') return <SignInFirst />
  const back = safeNext(next) ?? (me.data ? homeOf(me.data) : '/field')
  return (
    <FrontFrame>
      <div className="lx-page">
        <h1>{t('heading')}</h1>
        {mine !== undefined && <Keeper who={mine} />}
        {online && error && (
          <ProblemBanner problem={error} onRetry={() => void refetch()} pending={me.isFetching} />
        )}
        {who && <EntryNotes who={who} />}
        {kept ? (
          <KeptCalls kept={kept} />
        ) : (
          (me.data || error) && <EmptyState title={t('empty.title')}>{t('empty.next')}</EmptyState>
        )}
        {/* Opened anew, so that the server's own page comes wherever it can. */}
        <a href={back} {...buttonDress(me.data ? 'primary' : 'secondary', 'normal', true)}>
          {t('back')}
        </a>
      </div>
    </FrontFrame>
  )
}
