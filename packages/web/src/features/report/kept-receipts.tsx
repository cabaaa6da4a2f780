import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import './kept-receipts.css'
import { forgetReceipts, givenAtOf, placeOf, useReceipts } from './receipt-store.ts'

/** The matters raised from this device, one tap from their progress; and a way to make the device forget them. */
export const KeptReceipts = () => {
  const t = useWords('resident')
  const { locale } = usePreferences()
  const receipts = useReceipts()
  const say = useTimeWords(Math.max(...receipts.map(givenAtOf)))
  const [forgotten, setForgotten] = useState(false)
  const forget = () => {
    forgetReceipts()
    setForgotten(true)
  }
  if (receipts.length === 0)
    return (
      <p role="status" className="lx-kept-gone">
        {forgotten && t('home.forgotten')}
      </p>
    )
  return (
    <section className="lx-kept" aria-labelledby="kept">
      <h2 id="kept">{t('home.kept')}</h2>
      <ul>
        {receipts.map(({ receipt, ...kept }) => (
          <li key={kept.commandId}>
            <Link
              to="/follow"
              hash={new URLSearchParams({ number: receipt.number, code: receipt.followCode }).toString()}
            >
              <span>
                <strong>{placeOf(receipt, locale)}</strong>
                <span className="lx-small">
                  {t('home.keptAt', { at: say.point(givenAtOf(kept)) })} · {receipt.number}
                </span>
              </span>
              <ChevronRight aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
      <p className="lx-small lx-quiet">{t('home.forgetMore')}</p>
      <Button onClick={forget}>{t('home.forget')}</Button>
    </section>
  )
}
