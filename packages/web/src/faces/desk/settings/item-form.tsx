import type { ItemDraft, KeptCatalogue, KeptItem } from '@lianxin/contract/catalogue/item-keeping-routes'
import { Button, Input } from 'antd'
import { Info } from 'lucide-react'
import { useState } from 'react'
import { isApiProblem } from '../../../data/api-problem.ts'
import { changesBetween } from '../../../data/changes-between.ts'
import { blankOf } from '../../../data/field-shape.ts'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { shownVersion } from '../../../features/catalogue/filter-items.ts'
import { draftOf, itemShape } from '../../../features/catalogue/item-shape.ts'
import { useDecideItem } from '../../../features/catalogue/use-kept-items.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { ChangeList } from './change-list.tsx'
import { EffectiveField } from './effective-field.tsx'
import { RuleField } from './rule-fields.tsx'

interface ItemFormProps {
  readonly catalogue: KeptCatalogue
  readonly item: KeptItem | null
  readonly done: () => void
}

/** A new item, or a new version of one. */
export const ItemForm = ({ catalogue, item, done }: ItemFormProps) => {
  const t = useWords('setting')
  const say = useSay()
  const shape = itemShape(catalogue)
  const version = item && shownVersion(item)
  const [draft, setDraft] = useState<ItemDraft>(() =>
    version ? draftOf(version) : (blankOf(shape) as ItemDraft),
  )
  const [code, setCode] = useState(item?.code ?? '')
  const [from, setFrom] = useState<number | null | undefined>(null)
  const [commandId, setCommandId] = useState(() => uuidV7())
  const decide = useDecideItem(done)
  const problems = isApiProblem(decide.error) ? decide.error.fields : []
  const codeProblems = problems.filter(({ field }) => field === 'code')
  const changes = version ? changesBetween(shape, draftOf(version), draft) : []
  const edit =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      set(next)
      setCommandId(uuidV7())
    }
  return (
    <form
      className="rule-editor"
      onSubmit={(event) => {
        event.preventDefault()
        if (from === undefined || code === '' || decide.isPending) return
        const seenVersion = item?.latestVersion ?? 0
        decide.mutate({ code, seenVersion, effectiveFrom: from, item: draft, commandId })
      }}
    >
      {item === null && (
        <div className="rule-field">
          <span className="rule-label">{t('items.code')}</span>
          <Input
            aria-label={t('items.code')}
            value={code}
            maxLength={40}
            {...(codeProblems.length > 0 ? { status: 'error' as const } : {})}
            onChange={({ target }) => edit(setCode)(target.value)}
          />
          <span className="desk-quiet">{t('items.codeHow')}</span>
          {codeProblems.map((one) => (
            <span key={one.zh} role="alert" className="rule-wrong">
              {say.text(one)}
            </span>
          ))}
        </div>
      )}
      <RuleField
        shape={shape}
        value={draft}
        change={(next) => edit(setDraft)(next as ItemDraft)}
        path=""
        problems={problems.map((one) => ({ ...one, field: one.field.replace(/^item\./, '') }))}
      />
      <EffectiveField value={from} change={edit(setFrom)} />
      {item && (
        <section className="rule-effect" aria-live="polite" aria-label={t('effect.label')}>
          <Info aria-hidden="true" />
          <div>
            <p>{t('effect.item', { matters: item.openMatters })}</p>
            <ChangeList changes={changes} />
          </div>
        </section>
      )}
      {decide.error && <Problem error={decide.error} />}
      <div className="rule-actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={from === undefined || code === ''}
          loading={decide.isPending}
        >
          {t('decide')}
        </Button>
        <Button onClick={done}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
