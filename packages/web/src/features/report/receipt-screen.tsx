import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { buttonDress } from '../../ui/button.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import { useReceipts } from './receipt-store.ts'

/** The newest receipt of this device. Reached after sending, and again after a reload. */
export const ReceiptScreen = () => {
  const t = useWords('report')
  const [kept] = useReceipts()
  if (!kept)
    return (
      <div className="lx-page">
        <h1>{t('receipt.none')}</h1>
        <p className="lx-lead">{t('receipt.noneMore')}</p>
        <Link to="/follow" {...buttonDress('primary', 'main', true)}>
          {t('receipt.follow')}
        </Link>
        <Link to="/report" {...buttonDress('secondary', 'main', true)}>
          {t('heading')}
        </Link>
      </div>
    )
  const { number, followCode } = kept.receipt
  return (
    <div className="lx-page">
      <ReceiptCard kept={kept} />
      <div className="lx-stack">
        <Link
          to="/follow"
          hash={new URLSearchParams({ number, code: followCode }).toString()}
          {...buttonDress('primary', 'main', true)}
        >
          {t('receipt.follow')}
        </Link>
        <Link to="/report" {...buttonDress('secondary', 'normal', true)}>
          {t('receipt.another')}
        </Link>
        <Link to="/" {...buttonDress('quiet', 'normal', true)}>
          {t('receipt.home')}
        </Link>
      </div>
    </div>
  )
}
