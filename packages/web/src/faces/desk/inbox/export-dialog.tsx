import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { PURPOSES, type Purpose } from '@lianxin/contract/purposes'
import { useMutation } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { type CaseFilter, listQueryOf } from '../../../features/case/case-filter.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'

interface ExportDialogProps {
  readonly filter: CaseFilter
  readonly open: boolean
  readonly onClose: () => void
}

const save = (file: Blob, name: string) => {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** A list leaves the house only for a stated purpose, and the ledger remembers it. */
export const ExportDialog = ({ filter, open, onClose }: ExportDialogProps) => {
  const t = useWords('desk')
  const say = useSay()
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const exporting = useMutation({
    mutationFn: async (stated: Purpose) => {
      const file: unknown = await api(caseRoutes.export, { query: listQueryOf(filter), purpose: stated })
      if (!(file instanceof Blob)) throw new TypeError('the export is not a file')
      save(file, `${t('export.file')}-${new Date().toISOString().slice(0, 10)}.csv`)
    },
    onSuccess: onClose,
  })
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('export.title')}
      okText={t('export.go')}
      okButtonProps={{ disabled: purpose === null, loading: exporting.isPending }}
      onOk={() => purpose && exporting.mutate(purpose)}
      destroyOnHidden
    >
      <p className="desk-quiet">{t('export.what')}</p>
      <Radio.Group
        className="purposes"
        aria-label={t('export.purpose')}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value as Purpose)}
        options={Object.entries(PURPOSES).map(([value, words]) => ({ value, label: say.text(words) }))}
      />
      {exporting.error && <Problem error={exporting.error} />}
    </Modal>
  )
}
