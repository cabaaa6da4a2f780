import { earliest } from '@lianxin/contract/rules/effective-versions'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { fromDayInput, toDayInput } from '../../../features/case/day-input.ts'
import { useEnforce } from '../../../features/routing/use-routing.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'
import { Problem } from '../problem.tsx'

interface EnforceFormProps {
  readonly version: number
  readonly done: () => void
}

/** From when the draft counts: as soon as it can, or from a time on. */
export const EnforceForm = ({ version, done }: EnforceFormProps) => {
  const t = useWords('routing')
  const [from, setFrom] = useState<number | null | undefined>(null)
  const enforce = useEnforce(done)
  return (
    <div className="routing-step">
      <h3>{t('enforce.heading')}</h3>
      <p className="desk-quiet">{t('enforce.what')}</p>
      <div className="routing-actions">
        <Radio.Group
          aria-label={t('enforce.label')}
          value={from === null ? 'soon' : 'later'}
          onChange={({ target }) => setFrom(target.value === 'soon' ? null : undefined)}
          options={[
            { value: 'soon', label: t('enforce.soon') },
            { value: 'later', label: t('enforce.later') },
          ]}
        />
        {from !== null && (
          <span>
            <Input
              type="datetime-local"
              aria-label={t('enforce.at')}
              min={toDayInput(earliest(serverNow()))}
              defaultValue=""
              onChange={({ target }) => setFrom(fromDayInput(target.value))}
            />
          </span>
        )}
        <Button
          type="primary"
          disabled={from === undefined}
          loading={enforce.isPending}
          onClick={() => from !== undefined && enforce.mutate({ seenVersion: version, effectiveFrom: from })}
        >
          {t('enforce.do')}
        </Button>
      </div>
      {enforce.error && <Problem error={enforce.error} />}
    </div>
  )
}
