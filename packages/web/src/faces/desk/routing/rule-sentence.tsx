import type { RoutingRule } from '@lianxin/contract/routing/routing-rule'
import { conditionWords, type RoutingNames } from '@lianxin/contract/routing/rule-words'
import { ArrowRight } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface RuleSentenceProps {
  readonly rule: RoutingRule
  readonly names: RoutingNames
}

/** A rule in plain words: when it holds, and who then has it. */
export const RuleSentence = ({ rule, names }: RuleSentenceProps) => {
  const t = useWords('routing')
  const say = useSay()
  const parts = conditionWords(rule.when, names)
  const unit = (code: string) => say.text(names.unit(code) ?? { zh: code, en: code })
  return (
    <span className="routing-sentence">
      <span className="routing-when">
        {parts.length === 0 ? t('always') : parts.map(say.text).join(' · ')}
      </span>
      <span className="routing-to">
        <ArrowRight aria-hidden="true" className="desk-icon" />
        <span>
          {t('lead')}
          <strong>{rule.lead === '' ? t('noLead') : unit(rule.lead)}</strong>
        </span>
        {rule.coHandlers.length > 0 && (
          <span>
            {t('beside')}
            {rule.coHandlers.map(unit).join(t('comma'))}
          </span>
        )}
      </span>
    </span>
  )
}
