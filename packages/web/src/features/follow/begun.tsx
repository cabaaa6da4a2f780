import type { FollowView } from '@lianxin/contract/case/follow-view'
import { ArrowRight } from 'lucide-react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { useEnter } from './use-enter.ts'

/** A matter between several that came of this one, with the reader's own way in: it opens in place of this one. */
export const Begun = ({ begun }: { readonly begun: FollowView['begun'][number] }) => {
  const t = useWords('follow')
  const { locale } = usePreferences()
  const { open, pending, problem } = useEnter()
  const { number, followCode: code, kindName } = begun
  const enter = () => open({ way: 'code', number, code, phone: '', otp: '' })
  return (
    <section className="lx-remedy" aria-labelledby={`begun-${number}`}>
      <h2 id={`begun-${number}`}>{locale === 'en' ? kindName.en : kindName.zh}</h2>
      <p>{t('begun.more', { number })}</p>
      <ProblemBanner problem={problem} onRetry={enter} pending={pending !== null} />
      <Button
        kind="primary"
        size="main"
        icon={<ArrowRight aria-hidden="true" />}
        pending={pending !== null}
        onClick={enter}
      >
        {t('begun.open')}
      </Button>
    </section>
  )
}
