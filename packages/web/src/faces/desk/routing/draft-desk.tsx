import { namesOf } from '@lianxin/contract/routing/names-of'
import type { RoutingRule } from '@lianxin/contract/routing/routing-rule'
import type { RoutingOverview } from '@lianxin/contract/routing/routing-views'
import { Button } from 'antd'
import { Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { blankRule, placed } from '../../../features/routing/edit-rules.ts'
import { useSaveDraft } from '../../../features/routing/use-routing.ts'
import { checkRoutingSheet, useRuleSheet } from '../../../features/setting/use-rule-sheet.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { RuleSheetDialog } from '../sheet/rule-sheet-dialog.tsx'
import { EnforceForm } from './enforce-form.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { RuleList } from './rule-list.tsx'
import { SimulationPanel } from './simulation-panel.tsx'

interface DraftDeskProps {
  readonly view: RoutingOverview
  /** The rule that is opened at once, because something is wrong with it. */
  readonly mend: RoutingRule | null
  readonly leave: () => void
}

/** The way of a change: write, save, hold it against past matters, put it into force. */
export const DraftDesk = ({ view, mend, leave }: DraftDeskProps) => {
  const t = useWords('routing')
  const say = useSay()
  const { draft, draftVersion, present, options } = view
  const names = namesOf(options)
  const [mine, setMine] = useState<readonly RoutingRule[] | null>(null)
  const [open, setOpen] = useState<RoutingRule | null>(mend)
  const [importing, setImporting] = useState(false)
  const check = useRuleSheet(checkRoutingSheet)
  const save = useSaveDraft(() => setMine(null))
  const rules = mine ?? draft?.rules ?? present?.rules ?? []
  return (
    <section className="routing-card" aria-labelledby="routing-draft">
      <h2 id="routing-draft">{t('draft')}</h2>
      <p className="desk-quiet">
        {draft ? (
          <>
            {t('saved')} <Time at={draft.savedAt} />
            {draft.savedBy && ` · ${say.text(draft.savedBy)}`}
          </>
        ) : (
          t('copied')
        )}
      </p>
      <RuleList
        rules={rules}
        names={names}
        faults={mine ? [] : (draft?.faults ?? view.faults)}
        edit={{ change: setMine, open: setOpen }}
      />
      <div className="routing-actions">
        <Button
          icon={<Plus aria-hidden="true" className="desk-icon" />}
          onClick={() => setOpen(blankRule(uuidV7()))}
        >
          {t('add')}
        </Button>
        <Button icon={<Upload aria-hidden="true" className="desk-icon" />} onClick={() => setImporting(true)}>
          {t('import')}
        </Button>
        <Button
          type={mine ? 'primary' : 'default'}
          disabled={!mine}
          loading={save.isPending}
          onClick={() => save.mutate({ seenVersion: draftVersion, rules: [...rules] })}
        >
          {t('save')}
        </Button>
        <Button
          onClick={() => {
            setMine(null)
            leave()
          }}
        >
          {t(mine ? 'drop' : 'leave')}
        </Button>
      </div>
      {save.error && <Problem error={save.error} />}
      {mine && <p className="desk-quiet">{t('saveFirst')}</p>}
      {draft && !mine && (
        <>
          <SimulationPanel key={draftVersion} draft={draft} version={draftVersion} />
          {draft.simulated && <EnforceForm version={draftVersion} done={leave} />}
        </>
      )}
      {importing && (
        <RuleSheetDialog
          title={t('importHeading')}
          isWhole
          check={check}
          take={(value) => {
            setMine(value as readonly RoutingRule[])
            setImporting(false)
          }}
          close={() => setImporting(false)}
        />
      )}
      {open && (
        <RuleEditor
          key={open.id}
          rule={open}
          options={options}
          names={names}
          close={() => setOpen(null)}
          keep={(rule) => {
            setMine(placed(rules, rule))
            setOpen(null)
          }}
        />
      )}
    </section>
  )
}
