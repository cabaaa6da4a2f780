import { type SettingRow, settingRoutes } from '@lianxin/contract/setting/setting-routes'
import { SETTING_NAMES, settingOf } from '@lianxin/contract/setting/settings'
import { useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { Download, Pencil, Upload } from 'lucide-react'
import { useState } from 'react'
import { urlOf } from '../../../data/api-client.ts'
import { isTable } from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { checkSettingSheet, useRuleSheet } from '../../../features/setting/use-rule-sheet.ts'
import { useSettings } from '../../../features/setting/use-settings.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { RuleSheetDialog } from '../sheet/rule-sheet-dialog.tsx'
import { CalendarYears } from './calendar-years.tsx'
import { ItemLaddersValue, LadderValue } from './ladder-value.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { RuleHistory } from './rule-history.tsx'
import { RuleValue } from './rule-value.tsx'
import { StepLimitsValue } from './step-limits.tsx'
import { useRuleShape } from './use-rule-shape.ts'

/** One rule: what holds now, what is coming, how it came about, and a new version of it. */
export const RuleScreen = () => {
  const t = useWords('setting')
  const { name } = useParams({ strict: false })
  const settings = useSettings()
  const row = settings.data?.rows.find((one) => one.name === name)
  if (!SETTING_NAMES.some((one) => one === name)) return <h1>{t('unknown')}</h1>
  return (
    <>
      {settings.isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {settings.error && <Problem error={settings.error} again={() => void settings.refetch()} />}
      {row && <Rule key={row.name} row={row} openMatters={settings.data?.openMatters ?? 0} />}
    </>
  )
}

/** Rules that are said better than by a table of their fields. */
const VALUES: Partial<Record<SettingRow['name'], typeof RuleValue>> = {
  ladder: LadderValue,
  itemLadders: ItemLaddersValue,
  stepLimits: StepLimitsValue,
}

const Rule = ({ row, openMatters }: { readonly row: SettingRow; readonly openMatters: number }) => {
  const t = useWords('setting')
  const say = useSay()
  // What the editor begins with; undefined: nobody edits.
  const [start, setStart] = useState<{ readonly value: unknown }>()
  const [importing, setImporting] = useState(false)
  const check = useRuleSheet(checkSettingSheet(row.name))
  const { name, present, planned } = row
  const shape = useRuleShape(name)
  const { title, explanation } = settingOf(name)
  const Value = VALUES[name] ?? RuleValue
  return (
    <>
      <h1>{say.text(title)}</h1>
      <p className="desk-quiet">{say.text(explanation)}</p>
      {start ? (
        <RuleEditor
          row={row}
          start={start.value}
          openMatters={openMatters}
          done={() => setStart(undefined)}
        />
      ) : (
        <>
          <section className="rule-now" aria-labelledby="rule-now">
            <header>
              <h2 id="rule-now">{t('now')}</h2>
              <span className="desk-quiet">
                {present.effectiveFrom === null ? (
                  t('asDelivered')
                ) : (
                  <>
                    {t('version', { version: present.version })} · {t('since')}
                    <Time at={present.effectiveFrom} as="point" />
                  </>
                )}
              </span>
              <span className="rule-tools">
                <Button
                  icon={<Download className="desk-icon" aria-hidden="true" />}
                  href={urlOf(settingRoutes.exportSheet, { params: { name } })}
                  download
                >
                  {t('items.export')}
                </Button>
                {row.mayChange && (
                  <>
                    <Button
                      icon={<Upload className="desk-icon" aria-hidden="true" />}
                      onClick={() => setImporting(true)}
                    >
                      {t('items.import')}
                    </Button>
                    <Button
                      type="primary"
                      icon={<Pencil className="desk-icon" aria-hidden="true" />}
                      onClick={() => setStart({ value: present.value })}
                    >
                      {t('edit')}
                    </Button>
                  </>
                )}
              </span>
            </header>
            {name === 'holidays' ? (
              <CalendarYears />
            ) : (
              <Value shape={shape} value={present.value} label={t('now')} />
            )}
          </section>
          {planned?.effectiveFrom && (
            <section className="rule-now" aria-labelledby="rule-planned">
              <header>
                <h2 id="rule-planned">{t('planned')}</h2>
                <span className="desk-quiet">
                  {t('version', { version: planned.version })} · {t('since')}
                  <Time at={planned.effectiveFrom} as="point" />
                </span>
              </header>
              <Value shape={shape} value={planned.value} label={t('planned')} />
            </section>
          )}
        </>
      )}
      <RuleHistory name={name} />
      {importing && (
        <RuleSheetDialog
          title={t('ruleSheet.heading', { rule: say.text(title) })}
          isWhole={isTable(shape)}
          check={check}
          take={(value) => {
            setStart({ value })
            setImporting(false)
          }}
          close={() => setImporting(false)}
        />
      )}
    </>
  )
}
