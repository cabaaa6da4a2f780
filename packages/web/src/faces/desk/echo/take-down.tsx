import { echoDeskRoutes } from '@lianxin/contract/echo/echo-desk-routes'
import { STAFF_TAKE_DOWN_REASONS } from '@lianxin/contract/echo/echo-events'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useRef, useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'

type Reason = (typeof STAFF_TAKE_DOWN_REASONS)[number]
interface TakeDownProps {
  readonly caseId: string
  readonly version: number
  readonly done: () => void
}

/** Off the wall, with a reason that stays in the record. */
export const TakeDown = ({ caseId, version, done }: TakeDownProps) => {
  const t = useWords('echo-desk')
  const client = useQueryClient()
  const command = useRef(uuidV7())
  const [reason, setReason] = useState<Reason | null>(null)
  const [words, setWords] = useState('')
  const down = useMutation({
    mutationFn: (chosen: Reason) =>
      api(echoDeskRoutes.takeDown, {
        params: { id: caseId },
        body: { expectedVersion: version, reason: chosen, ...(words.trim() ? { words: words.trim() } : {}) },
        commandId: command.current,
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [echoDeskRoutes.standing.id] })
      void client.invalidateQueries({ queryKey: [echoDeskRoutes.desk.id] })
      done()
    },
    onError: () => {
      command.current = uuidV7()
    },
  })
  return (
    <section aria-labelledby="echo-down" className="echo-down">
      <h2 id="echo-down">{t('down.heading')}</h2>
      <p className="desk-quiet">{t('down.what')}</p>
      <Radio.Group
        aria-label={t('down.reason')}
        value={reason}
        onChange={(event) =>
          setReason(STAFF_TAKE_DOWN_REASONS.find((one) => one === event.target.value) ?? null)
        }
        options={STAFF_TAKE_DOWN_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <Input
        aria-label={t('down.words')}
        placeholder={t('down.words')}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {down.error && <Problem error={down.error} />}
      <Button
        danger
        disabled={reason === null}
        loading={down.isPending}
        onClick={() => reason && down.mutate(reason)}
      >
        {t('down.do')}
      </Button>
    </section>
  )
}
