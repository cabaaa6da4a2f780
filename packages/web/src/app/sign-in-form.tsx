import { type FormEvent, useState } from 'react'
import { isApiProblem } from '../data/api-problem.ts'
import { type SignedIn, signIn } from '../data/sign-in.ts'
import { useWords } from '../messages/words.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ProblemBanner } from '../ui/problem-banner.tsx'
import { TextField } from '../ui/text-field.tsx'

interface SignInFormProps {
  readonly onSignedIn: (signedIn: SignedIn) => void
}

/** Used by the sign-in screen and by the dialog that appears when a session ends in the middle of work. */
export const SignInForm = ({ onSignedIn }: SignInFormProps) => {
  const t = useWords('sign-in')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (pending || !username.trim() || !password) return
    setPending(true)
    setProblem(null)
    try {
      onSignedIn(await signIn(username.trim(), password))
    } catch (failure) {
      setProblem(failure)
    } finally {
      setPending(false)
    }
  }
  const refused = isApiProblem(problem) ? problem.status : null

  return (
    <form className="lx-stack" onSubmit={submit} noValidate>
      {refused === 401 || refused === 403 ? (
        <Banner kind="error" title={t('wrong')} next={t('wrongNext')} />
      ) : refused === 429 ? (
        <Banner kind="warn" title={t('locked')} next={t('lockedNext')} />
      ) : (
        <ProblemBanner problem={problem} />
      )}
      <TextField
        label={t('username')}
        value={username}
        onChange={setUsername}
        error={tried && !username.trim() ? t('usernameMissing') : undefined}
        autoComplete="username"
        name="username"
      />
      <TextField
        label={t('password')}
        type={shown ? 'text' : 'password'}
        value={password}
        onChange={setPassword}
        error={tried && !password ? t('passwordMissing') : undefined}
        autoComplete="current-password"
        name="password"
        action={
          <button
            type="button"
            className="lx-input-action"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? t('hide') : t('show')}
          </button>
        }
      />
      <Button type="submit" kind="primary" size="main" wide pending={pending}>
        {t('submit')}
      </Button>
    </form>
  )
}
