import { gateRoutes } from '@lianxin/contract/gate/gate-routes'
import type { GateView } from '@lianxin/contract/gate/gate-views'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { Ban, CircleCheck, PencilLine } from 'lucide-react'
import { useId, useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useDutyLists } from '../../../features/gate/use-burden.ts'
import { useGateCommand } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'

type Answer = { readonly move: 'take' } | { readonly move: 'decline'; readonly ground: 'offList' | 'tooMuch' }

/** The community's answer: take it on, or refuse; what is off the list with one tap and the entry attached. */
export const AnswerPanel = ({ view }: { readonly view: GateView }) =>
  view.mine && (view.can.includes('take') ? <Asked view={view} /> : <Answered view={view} mine={view.mine} />)

const Asked = ({ view }: { readonly view: GateView }) => {
  const t = useWords('gate')
  const say = useSay()
  const id = useId()
  const lists = useDutyLists()
  const ours = (lists.data ?? []).filter(
    ({ unitKind, unit }) => unitKind === 'community' && (unit === null || unit.id === view.mine?.unit.id),
  )
  // Its own list stands in place of that of all communities.
  const list = ours.find(({ unit }) => unit !== null) ?? ours[0]
  const entries = (list?.entries ?? []).filter((entry) => entry.class === 'notOurs')
  const onList = list?.entries.find(({ code }) => code === view.dutyCode)
  const isOnList = onList !== undefined && onList.class !== 'notOurs'
  const [chosen, setChosen] = useState<string | null>()
  const dutyCode = chosen === undefined ? (view.estimate.negative?.code ?? null) : chosen
  const [reason, setReason] = useState('')
  const [isTooMuch, setTooMuch] = useState(false)
  const answer = useGateCommand((given: Answer, commandId) =>
    api(gateRoutes.answer, {
      params: { id: view.id },
      body: {
        move: given.move,
        ground: given.move === 'decline' ? given.ground : null,
        dutyCode: given.move === 'decline' && given.ground === 'offList' ? dutyCode : null,
        reason: given.move === 'decline' && reason.trim() !== '' ? reason.trim() : null,
      },
      commandId,
    }),
  )
  const send = (given: Answer) => () => answer.mutate(given)
  return (
    <section className="gate-card gate-act" aria-labelledby="gate-answer">
      <h2 id="gate-answer">{t('answer.heading')}</h2>
      <p className="desk-quiet">
        {isOnList ? t('answer.whatOnList', { entry: say.name(onList) }) : t('answer.what')}
      </p>
      <Button
        type="primary"
        icon={<CircleCheck className="desk-icon" aria-hidden="true" />}
        loading={answer.isPending && answer.variables.move === 'take'}
        onClick={send({ move: 'take' })}
      >
        {t('answer.take')}
      </Button>
      {!isOnList && (
        <>
          <Button
            danger
            icon={<Ban className="desk-icon" aria-hidden="true" />}
            loading={answer.isPending && answer.variables.move === 'decline'}
            onClick={send({ move: 'decline', ground: 'offList' })}
          >
            {t('answer.offList')}
          </Button>
          <label htmlFor={id} className="desk-quiet">
            {t('answer.entry')}
          </label>
          <Select
            id={id}
            value={dutyCode ?? ''}
            onChange={(value: string) => setChosen(value === '' ? null : value)}
            options={[
              { value: '', label: t('answer.noEntry') },
              ...entries.map((entry) => ({ value: entry.code, label: say.name(entry) })),
            ]}
          />
        </>
      )}
      {isTooMuch ? (
        <>
          <Input.TextArea
            aria-label={t('answer.reason')}
            placeholder={t('answer.reason')}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button disabled={reason.trim().length < 2} onClick={send({ move: 'decline', ground: 'tooMuch' })}>
            {t('answer.tooMuchSend')}
          </Button>
        </>
      ) : (
        <button type="button" className="gate-plain" onClick={() => setTooMuch(true)}>
          {t('answer.tooMuch')}
        </button>
      )}
      {answer.error && <Problem error={answer.error} />}
    </section>
  )
}

const Answered = ({
  view,
  mine,
}: {
  readonly view: GateView
  readonly mine: NonNullable<GateView['mine']>
}) => {
  const t = useWords('gate')
  const say = useSay()
  return (
    <section className="gate-card gate-act" aria-labelledby="gate-answered">
      <h2 id="gate-answered">{t(`answer.stands.${mine.state}`)}</h2>
      {mine.state === 'refused' && <p>{t('answer.refusedStands')}</p>}
      {mine.entry && (
        <p className="desk-quiet">
          {t('answer.byEntry', {
            entry: say.name(mine.entry),
            basis: say.locale === 'en' ? mine.entry.basisEn : mine.entry.basis,
          })}
        </p>
      )}
      {mine.reason && <p className="gate-words">{mine.reason}</p>}
      {mine.overruleReason && (
        <>
          <h3>{t('answer.overruled')}</h3>
          <p className="gate-words">{mine.overruleReason}</p>
        </>
      )}
      {view.toFillAt !== null && (
        <>
          <p>
            {t('answer.toFill')} <Time at={view.toFillAt} />
          </p>
          <Link to="/desk/gate/$id/form" params={{ id: view.id }}>
            <Button type="primary" icon={<PencilLine className="desk-icon" aria-hidden="true" />}>
              {t('answer.fill')}
            </Button>
          </Link>
        </>
      )}
      {view.toFillAt === null && mine.filled > 0 && <p>{t('answer.filled', { times: mine.filled })}</p>}
    </section>
  )
}
