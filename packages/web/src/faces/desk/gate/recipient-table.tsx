import { gateRoutes } from '@lianxin/contract/gate/gate-routes'
import type { GateView, RecipientView } from '@lianxin/contract/gate/gate-views'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useGateCommand } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Problem } from '../problem.tsx'

const TONES = {
  listed: 'suspended',
  waiting: 'waiting',
  accepted: 'closed',
  refused: 'suspended',
  lapsed: 'suspended',
  overruled: 'open',
  released: 'suspended',
} as const
const FIRST = 12

/** What each community answered: refusals first, with the entry they rest on; the gatekeeper may overrule them in writing. */
export const RecipientTable = ({ view }: { readonly view: GateView }) => {
  const t = useWords('gate')
  const say = useSay()
  const [all, setAll] = useState(false)
  const weight = ({ state }: RecipientView) => (state === 'refused' ? 0 : state === 'overruled' ? 1 : 2)
  const sorted = view.recipients.toSorted((a, b) => weight(a) - weight(b))
  const shown = all ? sorted : sorted.slice(0, FIRST)
  const isAsked = sorted.some(({ state }) => state !== 'listed')
  return (
    <section className="gate-card" aria-labelledby="gate-recipients">
      <h2 id="gate-recipients">
        {isAsked
          ? t('recipients.heading', { ...view.counts })
          : t('recipients.listed', { count: sorted.length })}
      </h2>
      {isAsked ? (
        <ul className="gate-recipients">
          {shown.map((one) => (
            <Recipient key={one.unit.id} one={one} view={view} />
          ))}
        </ul>
      ) : (
        <p>{shown.map(({ unit }) => say.name(unit)).join(t('ask.comma'))}</p>
      )}
      {sorted.length > FIRST && (
        <button type="button" className="gate-plain" onClick={() => setAll(!all)}>
          {t(all ? 'recipients.fewer' : 'recipients.all', { count: sorted.length })}
        </button>
      )}
    </section>
  )
}

const Recipient = ({ one, view }: { readonly one: RecipientView; readonly view: GateView }) => {
  const t = useWords('gate')
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const overrule = useGateCommand((_: null, commandId) =>
    api(gateRoutes.overrule, {
      params: { id: view.id },
      body: { unitId: one.unit.id, reason: reason.trim() },
      commandId,
    }),
  )
  const may = view.can.includes('overrule') && (one.state === 'refused' || one.state === 'lapsed')
  return (
    <li>
      <span className="gate-recipient">
        <strong>{say.name(one.unit)}</strong>
        <StateTag tone={TONES[one.state]} name={t(`recipient.${one.state}`)} />
      </span>
      {one.ground && (
        <span className="desk-quiet">
          {t(`ground.${one.ground}`)}
          {one.entry && ` · ${say.name(one.entry)}`}
        </span>
      )}
      {one.reason && <p className="gate-words">{one.reason}</p>}
      {one.overruleReason && (
        <p className="gate-words">{t('recipients.overruled', { reason: one.overruleReason })}</p>
      )}
      {may && !open && (
        <button type="button" className="gate-plain" onClick={() => setOpen(true)}>
          {t('recipients.overrule')}
        </button>
      )}
      {may && open && (
        <div className="gate-act">
          <Input.TextArea
            aria-label={t('recipients.overruleReason')}
            placeholder={t('recipients.overruleReason')}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            danger
            disabled={reason.trim().length < 10}
            loading={overrule.isPending}
            onClick={() => overrule.mutate(null)}
          >
            {t('recipients.overruleSend')}
          </Button>
          {overrule.error && <Problem error={overrule.error} />}
        </div>
      )}
    </li>
  )
}
