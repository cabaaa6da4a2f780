import type { RoutingRule } from '@lianxin/contract/routing/routing-rule'
import type { RoutingFault } from '@lianxin/contract/routing/routing-views'
import type { RoutingNames } from '@lianxin/contract/routing/rule-words'
import { Button } from 'antd'
import { ArrowDown, ArrowUp, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { moved } from '../../../features/routing/edit-rules.ts'
import { useWords } from '../../../messages/words.ts'
import { RuleSentence } from './rule-sentence.tsx'

interface RuleListProps {
  readonly rules: readonly RoutingRule[]
  readonly names: RoutingNames
  readonly faults: readonly RoutingFault[]
  /** Absent: to be read only. */
  readonly edit?: {
    readonly change: (rules: readonly RoutingRule[]) => void
    readonly open: (rule: RoutingRule) => void
  }
  /** Opens a rule that has a fault, to be mended. */
  readonly mend?: ((rule: RoutingRule) => void) | undefined
}

/** The rules in their order; by keyboard each goes up and down with its own buttons, which keep the focus. */
export const RuleList = ({ rules, names, faults, edit, mend }: RuleListProps) => {
  const t = useWords('routing')
  const say = useSay()
  const [told, setTold] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const move = (from: number, by: -1 | 1) => {
    const id = rules[from]?.id
    edit?.change(moved(rules, from, by))
    setTold(t('moved', { from: from + 1, to: from + 1 + by }))
    // The row goes elsewhere in the page; whoever moves it by keyboard goes with it.
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-rule="${id}"]`)
      const wanted = row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]:not(:disabled)`)
      ;(wanted ?? row?.querySelector<HTMLButtonElement>('[data-by]:not(:disabled)'))?.focus()
    })
  }
  return (
    <>
      <ol className="routing-rules" ref={list}>
        {rules.map((rule, index) => {
          const own = faults.filter(({ ruleId }) => ruleId === rule.id)
          return (
            <li key={rule.id} className="routing-rule" data-rule={rule.id}>
              <span className="routing-number">{index + 1}</span>
              <div className="routing-words">
                <RuleSentence rule={rule} names={names} />
                {own.map((fault) => (
                  <span key={fault.kind + fault.subject} className="routing-fault">
                    <TriangleAlert aria-hidden="true" className="desk-icon" />
                    {say.text(fault.sentence)}
                  </span>
                ))}
                {mend && own.length > 0 && (
                  <Button
                    className="routing-mend"
                    icon={<Pencil aria-hidden="true" className="desk-icon" />}
                    onClick={() => mend(rule)}
                  >
                    {t('mend', { number: index + 1 })}
                  </Button>
                )}
              </div>
              {edit && (
                <span className="routing-tools">
                  <Button
                    type="text"
                    size="small"
                    data-by="-1"
                    disabled={index === 0}
                    aria-label={t('up', { number: index + 1 })}
                    icon={<ArrowUp aria-hidden="true" className="desk-icon" />}
                    onClick={() => move(index, -1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    data-by="1"
                    disabled={index === rules.length - 1}
                    aria-label={t('down', { number: index + 1 })}
                    icon={<ArrowDown aria-hidden="true" className="desk-icon" />}
                    onClick={() => move(index, 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('edit', { number: index + 1 })}
                    icon={<Pencil aria-hidden="true" className="desk-icon" />}
                    onClick={() => edit.open(rule)}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('remove', { number: index + 1 })}
                    icon={<Trash2 aria-hidden="true" className="desk-icon" />}
                    onClick={() => {
                      edit.change(rules.filter(({ id }) => id !== rule.id))
                      setTold(t('removed', { number: index + 1 }))
                    }}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p className="routing-last">{t('otherwise')}</p>
      <span role="status" className="lx-hidden">
        {told}
      </span>
    </>
  )
}
