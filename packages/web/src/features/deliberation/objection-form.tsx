import type { Receipt } from '@lianxin/contract/case/case-commands'
import { OBJECTION_WORDS_MOST } from '@lianxin/contract/case/objection-routes'
import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useConfig } from '../../data/me.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, buttonDress } from '../../ui/button.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { TakeFocus } from '../../ui/take-focus.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import { useObjection } from './use-objection.ts'

interface ObjectionFormProps {
  readonly caseId: string
  readonly keepReceipt: (commandId: string, receipt: Receipt) => Promise<void>
}

const LEAST = 4
const longEnough = (words: string) => [...words.trim()].length >= LEAST

/** Objecting to what is published: words, a number that a code proves, and a receipt to follow the answer by. */
export const ObjectionForm = ({ caseId, keepReceipt }: ObjectionFormProps) => {
  const t = useWords('deliberation')
  const config = useConfig()
  const { draft, pending, problem, receipt, set, again, ask, send } = useObjection(caseId, keepReceipt)
  const [otp, setOtp] = useState('')
  const [tried, setTried] = useState(false)
  const asked = draft.proofId !== ''
  if (receipt) return <Received receipt={receipt} />
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!longEnough(draft.words) || draft.phone.trim() === '') return
    if (!asked) void ask()
    else if (draft.proved || /^\d{6}$/.test(otp.trim())) void send(otp)
  }
  return (
    <form className="lx-objection" noValidate onSubmit={submit} aria-labelledby="objection-form">
      <h3 id="objection-form">{t('object.heading')}</h3>
      <p>{t('object.lead')}</p>
      <TextArea
        label={t('object.words')}
        hint={t('object.wordsHint')}
        limit={OBJECTION_WORDS_MOST}
        value={draft.words}
        error={tried && !longEnough(draft.words) ? t('object.wordsMissing') : undefined}
        onChange={(words) => set({ words })}
      />
      <TextField
        label={t('object.phone')}
        hint={t('object.phoneHint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        isDisabled={asked}
        value={draft.phone}
        error={tried && draft.phone.trim() === '' ? t('object.phoneMissing') : undefined}
        onChange={(phone) => set({ phone })}
      />
      {asked && !draft.proved && (
        <TextField
          label={t('object.otp')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={otp}
          onChange={setOtp}
          hint={
            config.data?.mode === 'demo' ? (
              <>
                {t('object.demo')} <Link to="/demo/messages">{t('object.demoLink')}</Link>
              </>
            ) : (
              t('object.otpHint')
            )
          }
        />
      )}
      <ProblemBanner problem={problem} />
      <div className="lx-objection-buttons">
        <Button
          type="submit"
          kind="primary"
          pending={pending}
          disabled={asked && !draft.proved && !/^\d{6}$/.test(otp.trim())}
        >
          {t(asked ? 'object.send' : 'object.ask')}
        </Button>
        {asked && (
          <Button
            kind="quiet"
            onClick={() => {
              setOtp('')
              again()
            }}
          >
            {t('object.again')}
          </Button>
        )}
      </div>
    </form>
  )
}

const Received = ({ receipt }: { readonly receipt: Receipt }) => {
  const t = useWords('deliberation')
  const { locale } = usePreferences()
  const times = useTimeWords()
  const unit = locale === 'en' ? receipt.ownerNameEn : receipt.ownerName
  return (
    <TakeFocus>
      <Banner
        kind="success"
        title={t('object.done', { unit, due: times.deadline(receipt.dueAt) })}
        safe={t('object.receipt', { number: receipt.number, code: receipt.followCode })}
        next={t('object.receiptMore')}
        action={
          <Link to="/follow" {...buttonDress('secondary', 'normal')}>
            {t('object.follow')}
          </Link>
        }
      />
    </TakeFocus>
  )
}
