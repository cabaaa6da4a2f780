import type { RuleSheetReport } from '@lianxin/contract/sheet/sheet-report'
import { Button, Modal } from 'antd'
import type { useRuleSheet } from '../../../features/setting/use-rule-sheet.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { FileButton } from './file-button.tsx'
import './rule-sheet.css'
import { SheetFaults, SheetRows } from './sheet-rows.tsx'

interface RuleSheetDialogProps {
  readonly title: string
  /** Whether a sheet stands for all of the rule, or only for the fields that it names. */
  readonly isWhole: boolean
  readonly check: ReturnType<typeof useRuleSheet>
  /** What the sheet says becomes a draft: it is decided on the screen, or given up there. */
  readonly take: (value: unknown) => void
  readonly close: () => void
}

/** A spreadsheet of a rule: what each of its rows says, and then a draft of all of it, or of its right rows when somebody wants that. */
export const RuleSheetDialog = ({ title, isWhole, check, take, close }: RuleSheetDialogProps) => {
  const t = useWords('setting')
  const report = check.data
  const isUsable = report !== undefined && report.value !== null
  return (
    <Modal
      open
      title={title}
      width={860}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          {isUsable && report.refused > 0 && (
            <Button danger onClick={() => take(report.value)}>
              {t('ruleSheet.takeRight', { read: report.read, refused: report.refused })}
            </Button>
          )}
          {isUsable && report.refused === 0 && (
            <Button type="primary" onClick={() => take(report.value)}>
              {t('ruleSheet.take')}
            </Button>
          )}
        </>
      }
    >
      <div className="sheet">
        <p>{t(isWhole ? 'ruleSheet.howWhole' : 'ruleSheet.howFields')}</p>
        <div>
          <FileButton label={t('sheet.choose')} begin={check.reset} read={check.mutate} />
        </div>
        {check.error && <Problem error={check.error} />}
        {report && <Report report={report} />}
      </div>
    </Modal>
  )
}

const Report = ({ report }: { readonly report: RuleSheetReport }) => {
  const t = useWords('setting')
  const { rows, faults, notRead, read, refused, value } = report
  const house = rows.filter(({ outcome }) => outcome === 'house').length
  return (
    <>
      {value !== null && (
        <p role="status" className="rule-sheet-sum" data-refused={refused + faults.length > 0}>
          {t('ruleSheet.sum', { read, refused })} {house > 0 && t('ruleSheet.house', { rows: house })}{' '}
          {refused > 0 && t('ruleSheet.mend')}
        </p>
      )}
      {notRead.length > 0 && (
        <p className="desk-quiet">
          {t('ruleSheet.notRead', { columns: notRead.join(t('ruleSheet.comma')) })}
        </p>
      )}
      {faults.length > 0 && (
        <section aria-label={t('ruleSheet.whole')}>
          <p>{t(value === null ? 'ruleSheet.unread' : 'ruleSheet.whole')}</p>
          <SheetFaults faults={faults} />
        </section>
      )}
      {rows.length > 0 && <SheetRows rows={rows} />}
    </>
  )
}
