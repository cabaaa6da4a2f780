import { gateRoutes } from '@lianxin/contract/gate/gate-routes'
import type { FormAnswers, FormToFill } from '@lianxin/contract/gate/gate-views'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { Database, History, Send } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useFormToFill, useGateCommand } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { useScreenTitle } from '../../../ui/screen-title.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { AnswerInput } from './answer-input.tsx'
import './gate-desk.css'
import './gate-form.css'

/** A form as the community fills it in: what is known stands there, and only the rest is asked. */
export const FormScreen = () => {
  const t = useWords('gate')
  const { id } = useParams({ from: '/desk/desk/gate/$id/form' })
  const form = useFormToFill(id)
  useScreenTitle(form.data?.title)
  return (
    <main id="main" tabIndex={-1} className="desk-page gate-page">
      <p>
        <Link to="/desk/gate/$id" params={{ id }}>
          {t('form.back')}
        </Link>
      </p>
      {form.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {form.error && <Problem error={form.error} />}
      {form.data && <Fill key={form.data.occasionAt} form={form.data} />}
    </main>
  )
}

const Fill = ({ form }: { readonly form: FormToFill }) => {
  const t = useWords('gate')
  const say = useSay()
  const navigate = useNavigate()
  const [answers, setAnswers] = useState<FormAnswers>(() =>
    Object.fromEntries(form.fields.flatMap(({ key, known }) => (known === null ? [] : [[key, known]]))),
  )
  const fill = useGateCommand(
    (given: FormAnswers, commandId) =>
      api(gateRoutes.fill, {
        params: { id: form.requestId },
        body: { occasionAt: form.occasionAt, answers: given },
        commandId,
      }),
    () => void navigate({ to: '/desk/gate/$id', params: { id: form.requestId } }),
  )
  const known = form.fields.filter((field) => field.known !== null)
  const asked = form.fields.filter((field) => field.known === null)
  const open = form.fields.filter(({ key }) => answers[key] === undefined || answers[key] === '')
  const put = (key: string, value: FormAnswers[string] | undefined) =>
    setAnswers(({ [key]: _, ...rest }) => (value === undefined ? rest : { ...rest, [key]: value }))
  return (
    <>
      <div>
        <h1>{form.title}</h1>
        <p className="desk-quiet">
          {say.name(form.unit)} · {t('form.occasion')} <Time at={form.occasionAt} as="point" />
        </p>
        <p className="gate-lead">
          {t('form.sum', { known: known.length, all: form.fields.length, asked: asked.length })}
        </p>
      </div>
      {form.sent ? (
        <p role="status">{t('form.sent')}</p>
      ) : (
        <div className="gate-columns">
          <section className="gate-card gate-form" aria-labelledby="gate-asked">
            <h2 id="gate-asked">{t('form.asked')}</h2>
            {asked.length === 0 && <p>{t('form.nothing')}</p>}
            {asked.map((field) => (
              <AnswerInput
                key={field.key}
                field={field}
                value={answers[field.key]}
                change={(value) => put(field.key, value)}
              />
            ))}
            {fill.error && <Problem error={fill.error} />}
            <Button
              type="primary"
              icon={<Send className="desk-icon" aria-hidden="true" />}
              disabled={open.length > 0}
              loading={fill.isPending}
              onClick={() => fill.mutate(answers)}
            >
              {t('form.send')}
            </Button>
            {open.length > 0 && <p className="desk-quiet">{t('form.open', { count: open.length })}</p>}
          </section>
          <section className="gate-card gate-form" aria-labelledby="gate-known">
            <h2 id="gate-known">{t('form.known')}</h2>
            <p className="desk-quiet">{t('form.knownMore')}</p>
            {known.map((field) => (
              <div key={field.key} className="gate-field">
                <AnswerInput
                  field={field}
                  value={answers[field.key]}
                  change={(value) => put(field.key, value)}
                />
                <p className="gate-known" data-status={field.from}>
                  {field.from === 'held' ? <Database aria-hidden="true" /> : <History aria-hidden="true" />}
                  {field.from === 'held' && field.where
                    ? t('form.fromRegister', { where: say.text(field.where) })
                    : t('form.fromEarlier')}
                </p>
              </div>
            ))}
          </section>
        </div>
      )}
    </>
  )
}
