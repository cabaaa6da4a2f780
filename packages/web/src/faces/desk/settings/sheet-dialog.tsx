import type { SheetReport } from '@lianxin/contract/catalogue/item-keeping-routes'
import { Button, Modal, type TableColumnsType } from 'antd'
import { CircleAlert, CircleCheck, Equal, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useCheckSheet, useTakeSheet } from '../../../features/catalogue/use-kept-items.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { FileButton } from '../sheet/file-button.tsx'
import { OutcomeSeal, SheetTable } from '../sheet/sheet-table.tsx'
import { EffectiveField } from './effective-field.tsx'
import '../sheet/rule-sheet.css'

type Row = SheetReport['rows'][number]
const ICONS = { added: CircleCheck, changed: PencilLine, same: Equal, refused: CircleAlert } as const
const TONES = { added: 'closed', changed: 'open', same: 'suspended', refused: 'overdue' } as const

/** A spreadsheet of items: first what would become of each row, then all of it or nothing. */
export const SheetDialog = ({ close }: { readonly close: () => void }) => {
  const t = useWords('setting')
  const [csv, setCsv] = useState('')
  const [from, setFrom] = useState<number | null | undefined>(null)
  const [commandId, setCommandId] = useState(uuidV7)
  const check = useCheckSheet()
  const take = useTakeSheet()
  const report = check.data
  const begin = () => {
    setCommandId(uuidV7())
    take.reset()
    check.reset()
  }
  const read = (text: string) => {
    setCsv(text)
    check.mutate(text)
  }
  const news = report ? report.added + report.changed : 0
  const ready = report !== undefined && report.refused === 0 && news > 0 && from !== undefined
  return (
    <Modal
      open
      title={t('sheet.heading')}
      width={860}
      onCancel={close}
      footer={
        take.data ? (
          <Button type="primary" onClick={close}>
            {t('sheet.close')}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button
              type="primary"
              disabled={!ready}
              loading={take.isPending}
              onClick={() => {
                if (ready) take.mutate({ csv, report, effectiveFrom: from, commandId })
              }}
            >
              {t('sheet.take', { rows: news })}
            </Button>
          </>
        )
      }
    >
      {take.data ? (
        <p role="status">
          {t('sheet.taken', take.data)}{' '}
          {take.data.ladders > 0 && t('sheet.ladders', { items: take.data.ladders })}
        </p>
      ) : (
        <div className="sheet">
          <p>{t('sheet.how')}</p>
          <div>
            <FileButton label={t('sheet.choose')} begin={begin} read={read} />
          </div>
          {check.error && <Problem error={check.error} />}
          {report && (
            <>
              <p role="status" className="rule-sheet-sum" data-refused={report.refused > 0}>
                {t('sheet.sum', {
                  ...{ added: report.added, changed: report.changed },
                  ...{ same: report.same, refused: report.refused },
                })}{' '}
                {report.ladders > 0 && `${t('sheet.ladders', { items: report.ladders })} `}
                {report.refused > 0 && t('sheet.mend')}
              </p>
              <ReportTable report={report} />
              {report.refused === 0 && news > 0 && (
                <EffectiveField
                  value={from}
                  change={(next) => {
                    setFrom(next)
                    setCommandId(uuidV7())
                  }}
                />
              )}
            </>
          )}
          {take.error && (
            <Problem
              error={take.error}
              again={() => {
                begin()
                read(csv)
              }}
            />
          )}
        </div>
      )}
    </Modal>
  )
}

const ReportTable = ({ report }: { readonly report: SheetReport }) => {
  const t = useWords('setting')
  const say = useSay()
  const columns: TableColumnsType<Row> = [
    { title: t('sheet.column.line'), dataIndex: 'line', width: 56, align: 'right' },
    { title: t('sheet.column.code'), dataIndex: 'code', width: 84 },
    { title: t('sheet.column.name'), dataIndex: 'name' },
    {
      title: t('sheet.column.outcome'),
      render: (_, { outcome, reasons, ladderChanges }) => (
        <div className="sheet-outcome">
          <OutcomeSeal icon={ICONS[outcome]} tone={TONES[outcome]} name={t(`sheet.outcome.${outcome}`)} />
          {ladderChanges && <p>{t('sheet.ladder')}</p>}
          {reasons.map((reason) => (
            <p key={reason.zh}>{say.text(reason)}</p>
          ))}
        </div>
      ),
    },
  ]
  return <SheetTable rows={report.rows} columns={columns} order={['refused', 'added', 'changed', 'same']} />
}
