import { Link } from '@tanstack/react-router'
import { HandHeart, MessageSquareText } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useConfig } from '../../data/me.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { TakeFocus } from '../../ui/take-focus.tsx'
import { TextField } from '../../ui/text-field.tsx'
import './echo.css'
import { type About, useMeToo } from './use-me-too.ts'

/** Says “me too” with a code of one's own, or with a number to which each step is told. */
export const MeToo = ({
  about,
  isClosed = false,
}: {
  readonly about: About
  readonly isClosed?: boolean
}) => {
  const t = useWords('echo')
  const config = useConfig()
  const { receipt, asked, pending, problem, say, ask, confirm } = useMeToo(about)
  const [way, setWay] = useState<'closed' | 'phone'>('closed')
  const [phone, setPhone] = useState('')
  const [otp, setOtp] = useState('')
  // Inside the report form there is no form of its own: Enter must not send the report.
  const submit = (event?: SubmitEvent) => {
    event?.preventDefault()
    void (asked ? confirm(otp) : ask(phone))
  }
  if (receipt)
    return (
      <TakeFocus>
        <Banner
          kind="success"
          title={t(isClosed ? 'meToo.doneClosed' : 'meToo.done')}
          safe={
            <>
              {t('meToo.code')} <span className="lx-whole">{receipt.followCode}</span>
              <br />
              {t('meToo.keep')}
            </>
          }
          next={<Link to="/echo/me-too">{t('meToo.see')}</Link>}
        />
      </TakeFocus>
    )
  return (
    <div className="lx-me-too">
      <div className="lx-me-too-ways">
        <Button
          kind="primary"
          icon={<HandHeart aria-hidden="true" />}
          pending={pending && way === 'closed'}
          onClick={() => void say()}
        >
          {t(isClosed ? 'meToo.againSay' : 'meToo.say')}
        </Button>
        {way === 'closed' && (
          <Button
            kind="quiet"
            icon={<MessageSquareText aria-hidden="true" />}
            onClick={() => setWay('phone')}
          >
            {t('meToo.byPhone')}
          </Button>
        )}
      </div>
      <p className="lx-small lx-quiet">{t(isClosed ? 'meToo.closedMore' : 'meToo.more')}</p>
      {way === 'phone' && (
        <fieldset
          className="lx-me-too-phone"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
            event.preventDefault()
            submit()
          }}
        >
          <legend>{t('meToo.byPhone')}</legend>
          <TextField
            label={t('meToo.phone')}
            hint={t('meToo.phoneHint')}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            isDisabled={asked}
            value={phone}
            onChange={setPhone}
          />
          {asked && (
            <TextField
              label={t('meToo.otp')}
              inputMode="numeric"
              autoComplete="one-time-code"
              value={otp}
              onChange={setOtp}
              hint={
                config.data?.mode === 'demo' ? (
                  <>
                    {t('meToo.demo')} <Link to="/demo/messages">{t('meToo.demoLink')}</Link>
                  </>
                ) : (
                  t('meToo.otpHint')
                )
              }
            />
          )}
          <Button
            pending={pending}
            onClick={() => submit()}
            disabled={asked ? !/^\d{6}$/.test(otp.trim()) : phone.trim() === ''}
          >
            {t(asked ? 'meToo.confirm' : 'meToo.ask')}
          </Button>
        </fieldset>
      )}
      <ProblemBanner problem={problem} />
    </div>
  )
}
