import type { SettingDecision } from '@lianxin/contract/setting/setting-routes'
import type { SettingName } from '@lianxin/contract/setting/settings'
import { Skeleton, Tag } from 'antd'
import { changesBetween } from '../../../data/changes-between.ts'
import type { Shape } from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useSettingHistory } from '../../../features/setting/use-settings.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { ChangeList } from './change-list.tsx'
import { useRuleShape } from './use-rule-shape.ts'

/** Who decided what, when, from when on and why; each version beside the one before it. */
export const RuleHistory = ({ name }: { readonly name: SettingName }) => {
  const t = useWords('setting')
  const history = useSettingHistory(name)
  const shape = useRuleShape(name)
  const decisions = history.data ?? []
  return (
    <section aria-labelledby="rule-history">
      <h2 id="rule-history">{t('history.heading')}</h2>
      {history.isPending && <Skeleton active title={false} />}
      {history.error && <Problem error={history.error} again={() => void history.refetch()} />}
      <ol className="rule-history" reversed>
        {decisions.map((one, index) => (
          <Decided key={one.version} shape={shape} decision={one} before={decisions[index + 1]} />
        ))}
      </ol>
    </section>
  )
}

interface DecidedProps {
  readonly shape: Shape
  readonly decision: SettingDecision
  readonly before: SettingDecision | undefined
}

const Decided = ({ shape, decision, before }: DecidedProps) => {
  const t = useWords('setting')
  const say = useSay()
  const { version, effectiveFrom, decidedAt, decidedBy, reason, replaced } = decision
  return (
    <li>
      <p className="rule-decision">
        <strong>{version === 0 ? t('asDelivered') : t('version', { version })}</strong>
        {effectiveFrom !== null && (
          <span>
            {t('since')}
            <Time at={effectiveFrom} as="point" />
          </span>
        )}
        {replaced && <Tag>{t('history.replaced')}</Tag>}
        {!replaced && effectiveFrom !== null && effectiveFrom > serverNow() && (
          <Tag className="rule-soon">{t('history.planned')}</Tag>
        )}
        {decidedAt !== null && (
          <span className="desk-quiet">
            {decidedBy ? say.text(decidedBy) : t('history.system')} · <Time at={decidedAt} as="point" />
          </span>
        )}
      </p>
      {reason && <p className="rule-reason">{reason}</p>}
      {before && <ChangeList changes={changesBetween(shape, before.value, decision.value)} />}
    </li>
  )
}
