import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useConfig } from '../../data/me.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type EnterEntry, type EnterField, problemsOfEnter } from './enter-entry.ts'
import { readFollowLink } from './follow-link.ts'
import { useEnter } from './use-enter.ts'

/** The way to one's own matter: number and code, or number, phone and a one-time code. */
export const EnterScreen = () => {
  const t = useWords('follow')
  const config = useConfig()
  const [link] = useState(() => readFollowLink(window.location.hash))
  const [entry, setEntry] = useState<EnterEntry>({
    way: 'code',
    number: link.number,
    code: link.code,
    phone: '',
    otp: '',
  })
  const [tried, setTried] = useState<'open' | 'otp' | null>(null)
  const [otpSent, setOtpSent] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { open, askOtp, pending, problem, forgive } = useEnter()

  // A code must not stay in the address bar, where the next person could read it.
  const openLink = useRef(() => {
    if (window.location.hash) history.replaceState(history.state, '', window.location.pathname)
    if (link.number && link.code) void open(entry)
  })
  useEffect(() => openLink.current(), [])

  const problems = tried === null ? [] : problemsOfEnter(entry, tried === 'otp')
  const errorOf = (field: EnterField) => {
    const found = problems.find((one) => one.field === field)
    return found && t(`enter.problem.${found.key}`)
  }
  const change = (part: Partial<EnterEntry>) => {
    forgive()
    setEntry((before) => ({ ...before, ...part }))
  }
  /** The first field to mend takes the focus. */
  const refuses = (asking: boolean): boolean => {
    setTried(asking ? 'otp' : 'open')
    const [first] = problemsOfEnter(entry, asking)
    if (first) form.current?.querySelector<HTMLElement>(`[data-field="${first.field}"] input`)?.focus()
    return first !== undefined
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (entry.way === 'phone' && !otpSent) void ask()
    else if (!refuses(false)) void open(entry)
  }
  const ask = async () => {
    if (refuses(true) || !(await askOtp(entry))) return
    setOtpSent(true)
    setTried(null)
  }

  return (
    <div className="lx-page">
      <h1>{t('enter.heading')}</h1>
      {link.expired && <Banner kind="info" title={t('enter.expired')} />}
      <form ref={form} className="lx-stack" noValidate onSubmit={submit}>
        <RadioCards
          label={t('enter.way')}
          columns={2}
          value={entry.way}
          onChange={(way) => {
            setTried(null)
            change({ way: way === 'phone' ? 'phone' : 'code' })
          }}
          cards={[
            { value: 'code', label: t('enter.byCode'), more: t('enter.byCodeMore') },
            { value: 'phone', label: t('enter.byPhone'), more: t('enter.byPhoneMore') },
          ]}
        />
        <div data-field="number">
          <TextField
            label={t('enter.number')}
            hint={t('enter.numberExample')}
            autoComplete="off"
            value={entry.number}
            onChange={(number) => change({ number })}
            error={errorOf('number')}
          />
        </div>
        {entry.way === 'code' && (
          <div data-field="code">
            <TextField
              label={t('enter.code')}
              hint={t('enter.codeHint')}
              autoComplete="off"
              value={entry.code}
              onChange={(code) => change({ code })}
              error={errorOf('code')}
            />
          </div>
        )}
        {entry.way === 'phone' && (
          <div data-field="phone">
            <TextField
              label={t('enter.phone')}
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              value={entry.phone}
              onChange={(phone) => change({ phone })}
              error={errorOf('phone')}
            />
          </div>
        )}
        {entry.way === 'phone' && otpSent && (
          <>
            <Banner
              kind="info"
              title={t('enter.otpSent')}
              next={
                config.data?.mode === 'demo' && (
                  <>
                    {t('enter.demo')} <Link to="/demo/messages">{t('enter.demoLink')}</Link>
                  </>
                )
              }
            />
            <div data-field="otp">
              <TextField
                label={t('enter.otp')}
                inputMode="numeric"
                autoComplete="one-time-code"
                value={entry.otp}
                onChange={(otp) => change({ otp })}
                error={errorOf('otp')}
              />
            </div>
          </>
        )}
        <ProblemBanner problem={problem} />
        <Button type="submit" kind="primary" size="main" wide pending={pending !== null}>
          {entry.way === 'phone' && !otpSent ? t('enter.askOtp') : t('enter.send')}
        </Button>
        {entry.way === 'phone' && otpSent && (
          <Button kind="quiet" pending={pending === 'otp'} onClick={ask}>
            {t('enter.otpAgain')}
          </Button>
        )}
      </form>
      <p className="lx-quiet">{t('enter.lost')}</p>
    </div>
  )
}
