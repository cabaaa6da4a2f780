import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useConfig } from '../data/me.ts'
import { useWords } from '../messages/words.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import { Card } from '../ui/card.tsx'
import { FrontFrame } from './front-frame.tsx'
import { homeOf, safeNext } from './home-of.ts'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in-screen.css'

export const SignInScreen = () => {
  const t = useWords('sign-in')
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const config = useConfig()
  return (
    <FrontFrame>
      <div className="lx-sign-in">
        <div className="lx-sign-in-words">
          <BrandMark size={56} />
          <h1>{t('heading')}</h1>
          <p className="lx-lead">{t('lead')}</p>
        </div>
        <div className="lx-stack">
          <Card>
            <SignInForm
              onSignedIn={({ me }) => void navigate({ href: safeNext(next) ?? homeOf(me), replace: true })}
            />
          </Card>
          {config.data?.mode === 'demo' && <p className="lx-small lx-quiet">{t('demo')}</p>}
          <p className="lx-small">
            {t('resident')} <Link to="/">{t('residentLink')}</Link>
          </p>
        </div>
      </div>
    </FrontFrame>
  )
}
