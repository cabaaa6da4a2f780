import type { FieldProblem } from '@lianxin/contract/errors'
import { type Limit, saidLimit } from '@lianxin/contract/setting/setting'
import { STEPS_BY_KIND, type Step, type StepLimits, stepLimitOf } from '@lianxin/contract/setting/step-limits'
import { Button, Tag } from 'antd'
import { Undo2 } from 'lucide-react'
import type { Shape } from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { LimitControls } from './limit-controls.tsx'

interface StepLimitsValueProps {
  readonly value: unknown
  readonly label: string
}

/** How long every step may take now: the district's own limit, or that of the house. */
export const StepLimitsValue = ({ value, label }: StepLimitsValueProps) => {
  const t = useWords('setting')
  const say = useSay()
  return (
    <section className="steps" aria-label={label}>
      {STEPS_BY_KIND.filter(({ steps }) => steps.length > 0).map(({ kind, name, steps }) => (
        <section key={kind} aria-label={say.text(name)}>
          <h3>{say.text(name)}</h3>
          <dl>
            {steps.map((step) => {
              const own = stepLimitOf(value as StepLimits, kind, step.clock)
              return (
                <div key={step.clock} className="steps-row">
                  <dt>{say.text(step.name)}</dt>
                  <dd>
                    {say.text(saidLimit(own ?? step.limit))}
                    {own && (
                      <>
                        <Tag color="blue">{t('steps.own')}</Tag>
                        <span className="desk-quiet">
                          {t('steps.instead', { limit: say.text(saidLimit(step.limit)) })}
                        </span>
                      </>
                    )}
                  </dd>
                </div>
              )
            })}
          </dl>
        </section>
      ))}
    </section>
  )
}

interface StepLimitsFieldProps {
  readonly shape: Shape
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly problems: readonly FieldProblem[]
}

/** Every step with its limit, to be given another one or that of the house back. */
export const StepLimitsField = ({ value, change, problems }: StepLimitsFieldProps) => {
  const say = useSay()
  const own = value as StepLimits
  const set = (step: Step, limit: Limit | null) => {
    const others = own.filter(({ kind, clock }) => kind !== step.kind || clock !== step.clock)
    const same = limit?.amount === step.limit.amount && limit.kind === step.limit.kind
    // In the order of the screen, so that the same limits are the same value.
    const chosen = limit && !same ? [...others, { kind: step.kind, clock: step.clock, limit }] : others
    change(STEPS_BY_KIND.flatMap(({ steps }) => steps).flatMap((one) => chosen.filter(isOf(one))))
  }
  const wrong = (step: Step) => {
    const index = own.findIndex(isOf(step))
    return problems.filter(({ field }) => index >= 0 && field.startsWith(`${index}.`))
  }
  return (
    <div className="steps">
      {STEPS_BY_KIND.filter(({ steps }) => steps.length > 0).map(({ kind, name, steps }) => (
        <fieldset key={kind}>
          <legend>{say.text(name)}</legend>
          {steps.map((step) => (
            <StepField
              key={step.clock}
              step={step}
              own={stepLimitOf(own, kind, step.clock)}
              problems={wrong(step)}
              change={(limit) => set(step, limit)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

const isOf = (step: Step) => (one: StepLimits[number]) => one.kind === step.kind && one.clock === step.clock

interface StepFieldProps {
  readonly step: Step
  readonly own: Limit | undefined
  readonly problems: readonly FieldProblem[]
  readonly change: (limit: Limit | null) => void
}

const StepField = ({ step, own, problems, change }: StepFieldProps) => {
  const t = useWords('setting')
  const say = useSay()
  const limit = own ?? step.limit
  const name = say.text(step.name)
  return (
    <div className="step-field" data-own={own !== undefined}>
      <LimitControls name={name} limit={limit} change={change} isWrong={problems.length > 0} />
      {own && (
        <Button
          type="link"
          icon={<Undo2 className="desk-icon" aria-hidden="true" />}
          onClick={() => change(null)}
        >
          {t('steps.back', { limit: say.text(saidLimit(step.limit)) })}
        </Button>
      )}
      {problems.map((one) => (
        <p key={one.field} className="rule-wrong" role="alert">
          {say.text(one)}
        </p>
      ))}
    </div>
  )
}
