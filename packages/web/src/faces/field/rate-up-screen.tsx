import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { RateUp } from '../../features/rating/rate-up.tsx'
import { useWords } from '../../messages/words.ts'

/** 以下评上 on the phone of a grid worker. */
export const RateUpScreen = () => {
  const t = useWords('rating')
  return (
    <div className="lx-page">
      <Link to="/field" className="back">
        <ArrowLeft aria-hidden="true" />
        {t('upward.back')}
      </Link>
      <h1>{t('upward.rate')}</h1>
      <p className="lx-lead">{t('upward.rateLead')}</p>
      <RateUp />
    </div>
  )
}
