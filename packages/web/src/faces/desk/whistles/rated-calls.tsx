import type { CalledUnit } from '@lianxin/contract/whistle/whistle-board'
import { Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useRatedCalls } from '../../../features/whistle/use-called.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { AdviceForm } from './advice-form.tsx'
import { CallLine } from './call-line.tsx'

const MOST_CALLS = 20

interface RatedProps {
  readonly unit: CalledUnit['unit']
  readonly month: string | undefined
  readonly mayAdvise: boolean
  readonly onSent: () => void
}

/** The calls behind the figures of a unit; a subdistrict picks those that its advice rests on. */
export const RatedCalls = ({ unit, month, mayAdvise, onSent }: RatedProps) => {
  const t = useWords('whistle-desk')
  const say = useSay()
  const calls = useRatedCalls(unit.id, month)
  const [chosen, setChosen] = useState<readonly string[]>([])
  if (calls.error) return <Problem error={calls.error} again={() => void calls.refetch()} />
  if (!calls.data) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  return (
    <>
      <p className="desk-quiet">{t(mayAdvise ? 'rated.choose' : 'rated.list')}</p>
      <ul className="alerts">
        {calls.data.map((call) => (
          <li key={call.caseId} className="alert">
            {mayAdvise && (
              <Checkbox
                aria-label={t('rated.use', { number: call.number })}
                checked={chosen.includes(call.caseId)}
                disabled={!chosen.includes(call.caseId) && chosen.length >= MOST_CALLS}
                onChange={({ target }) =>
                  setChosen(
                    target.checked
                      ? [...chosen, call.caseId]
                      : chosen.filter((caseId) => caseId !== call.caseId),
                  )
                }
              />
            )}
            <CallLine call={call} />
          </li>
        ))}
      </ul>
      {mayAdvise && <AdviceForm unitId={unit.id} name={say.name(unit)} caseIds={chosen} onSent={onSent} />}
    </>
  )
}
