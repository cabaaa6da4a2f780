import { RateUp } from '../../features/rating/rate-up.tsx'
import { useWords } from '../../messages/words.ts'

/** 以下评上 at the desk. */
export const RateUpScreen = () => {
  const t = useWords('rating')
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <h1>{t('upward.rate')}</h1>
      <p className="desk-quiet">{t('upward.rateLead')}</p>
      <RateUp />
    </main>
  )
}
