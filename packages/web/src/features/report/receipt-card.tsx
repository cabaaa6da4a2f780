import { spokenDue } from '@lianxin/contract/rules/spoken-due'
import { CircleCheck, Clock, Copy, MapPin, UserRound, Users } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import './receipt-card.css'
import { type KeptReceipt, placeOf } from './receipt-store.ts'

/** The promise made at once: who has it and by when; and the number and code to hold on to. */
export const ReceiptCard = ({ kept: { receipt, earlier } }: { readonly kept: KeptReceipt }) => {
  const t = useWords('report')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const owner = locale === 'en' ? receipt.ownerNameEn : receipt.ownerName
  const copy = () =>
    navigator.clipboard
      ?.writeText(t('receipt.copyText', { number: receipt.number, code: receipt.followCode }))
      .then(() => setCopied('yes'))
      .catch(() => setCopied('no')) ?? setCopied('no')

  return (
    <>
      <div className="lx-thanks">
        <CircleCheck aria-hidden="true" />
        <h1>{t('receipt.heading')}</h1>
      </div>
      {earlier && <Banner kind="warn" title={t('receipt.earlier')} />}
      <ul className="lx-promise">
        <li>
          <Users aria-hidden="true" />
          <strong>{t('receipt.owner', { owner })}</strong>
        </li>
        <li>
          <Clock aria-hidden="true" />
          <div>
            <strong>{t('receipt.due', { due: say.due(receipt.dueAt) })}</strong>
            <p className="lx-small lx-quiet">{say.exact(spokenDue(receipt.dueAt))}</p>
            {receipt.provisional && <p className="lx-small lx-quiet">{t('receipt.provisional')}</p>}
          </div>
        </li>
        {receipt.gridWorker && (
          <li>
            <UserRound aria-hidden="true" />
            <span>{t('receipt.worker', { name: receipt.gridWorker })}</span>
          </li>
        )}
        <li>
          <MapPin aria-hidden="true" />
          <span>{t('receipt.where', { place: placeOf(receipt, locale) })}</span>
        </li>
      </ul>
      <section className="lx-slip" aria-label={t('receipt.slip')}>
        <dl>
          <dt>{t('receipt.number')}</dt>
          <dd>{receipt.number}</dd>
          <dt>{t('receipt.code')}</dt>
          <dd>
            <span className="lx-hidden">{[...receipt.followCode].join(' ')}</span>
            <span className="lx-slip-code" aria-hidden="true">
              {receipt.followCode}
            </span>
          </dd>
        </dl>
        <Button icon={<Copy aria-hidden="true" />} wide onClick={copy}>
          {t('receipt.copy')}
        </Button>
        <p role="status" className="lx-small">
          {copied === 'yes' && t('receipt.copied')}
          {copied === 'no' && t('receipt.notCopied')}
        </p>
        <p>{t('receipt.keep')}</p>
        <p className="lx-small lx-quiet">{t('receipt.keptHere')}</p>
      </section>
    </>
  )
}
