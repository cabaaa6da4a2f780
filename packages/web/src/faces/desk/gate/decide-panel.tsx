import { gateRoutes } from '@lianxin/contract/gate/gate-routes'
import type { GateView } from '@lianxin/contract/gate/gate-views'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { useGateCommand } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'

type Decision = 'pass' | 'return' | 'refuse'

/** The gatekeeper's three answers. Two need a reason, and so does letting pass what is on no list or beyond the budget. */
export const DecidePanel = ({ view }: { readonly view: GateView }) => {
  const t = useWords('gate')
  const id = useId()
  const [reason, setReason] = useState('')
  const decide = useGateCommand(
    (move: Decision, commandId) =>
      api(gateRoutes.decide, {
        params: { id: view.id },
        body: { expectedVersion: view.version, move, reason: reason.trim() === '' ? null : reason.trim() },
        commandId,
      }),
    () => setReason(''),
  )
  if (!view.can.includes('pass')) return null
  const isWritten = reason.trim().length >= 2
  const offList = view.entry === null
  const beyond = (view.estimate.budget?.beyond ?? 0) > 0
  return (
    <section className="gate-card gate-act" aria-labelledby="gate-decide">
      <h2 id="gate-decide">{t('decide.heading')}</h2>
      <p className="desk-quiet">
        {t(!offList && view.minutes === 0 && view.typedCount === 0 ? 'decide.noBurden' : 'decide.what')}
      </p>
      <label htmlFor={id}>
        {t(offList ? 'decide.reasonNeeded' : beyond ? 'decide.reasonBudget' : 'decide.reason')}
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {decide.error && <Problem error={decide.error} />}
      <div className="gate-buttons">
        <Button
          type="primary"
          disabled={(offList || beyond) && !isWritten}
          loading={decide.isPending && decide.variables === 'pass'}
          onClick={() => decide.mutate('pass')}
        >
          {t('decide.pass')}
        </Button>
        <Button
          disabled={!isWritten}
          loading={decide.isPending && decide.variables === 'return'}
          onClick={() => decide.mutate('return')}
        >
          {t('decide.return')}
        </Button>
        <Button
          danger
          disabled={!isWritten}
          loading={decide.isPending && decide.variables === 'refuse'}
          onClick={() => decide.mutate('refuse')}
        >
          {t('decide.refuse')}
        </Button>
      </div>
      {!isWritten && <p className="desk-quiet">{t('decide.needsReason')}</p>}
    </section>
  )
}
