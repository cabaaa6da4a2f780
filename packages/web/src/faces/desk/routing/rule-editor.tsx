import type { RoutingRule } from '@lianxin/contract/routing/routing-rule'
import type { RoutingOptions } from '@lianxin/contract/routing/routing-views'
import type { RoutingNames } from '@lianxin/contract/routing/rule-words'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { unready } from '../../../features/routing/edit-rules.ts'
import { useWords } from '../../../messages/words.ts'
import { RuleSentence } from './rule-sentence.tsx'
import { ToFields } from './to-fields.tsx'
import { WhatFields } from './what-fields.tsx'
import { WhenFields } from './when-fields.tsx'

interface RuleEditorProps {
  readonly rule: RoutingRule
  readonly options: RoutingOptions
  readonly names: RoutingNames
  readonly keep: (rule: RoutingRule) => void
  readonly close: () => void
}

/** One rule, said piece by piece; above it what it then says as a sentence. */
export const RuleEditor = ({ rule: start, options, names, keep, close }: RuleEditorProps) => {
  const t = useWords('routing')
  const [rule, setRule] = useState(start)
  const [tried, setTried] = useState(false)
  const lacking = unready(rule)
  const change = (when: RoutingRule['when']) => setRule({ ...rule, when })
  return (
    <Drawer open size={640} onClose={close} title={t('editor.title')}>
      <form
        className="routing-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!lacking) keep(rule)
        }}
      >
        <div className="routing-preview" aria-live="polite">
          <RuleSentence rule={rule} names={names} />
        </div>
        <WhatFields when={rule.when} options={options} change={change} />
        <WhenFields when={rule.when} change={change} wrong={tried && lacking === 'hours'} />
        <ToFields rule={rule} options={options} change={setRule} wrong={tried && lacking === 'lead'} />
        <div className="routing-actions">
          <Button type="primary" htmlType="submit">
            {t('editor.keep')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </div>
      </form>
    </Drawer>
  )
}
