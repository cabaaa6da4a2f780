import type { CaseView } from '@lianxin/contract/case/case-views'
import type { Kind } from '@lianxin/contract/kinds/kind'
import { orgRoutes } from '@lianxin/contract/org/org-routes'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { queryOf } from '../../../data/api-client.ts'
import { useMe } from '../../../data/me.ts'
import { fromDayInput, toDayInput } from '../../../features/case/day-input.ts'
import { leadsToPerson } from '../../../features/case/public-words.ts'
import { hangable, useHang } from '../../../features/case/use-hang.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { serverNow } from '../../../ui/server-time.ts'
import { Problem } from '../problem.tsx'
import './hang-task.css'

const MOST_WORDS = 500

/** What a decision becomes: tasks, each with one unit and one date. Nothing where this matter takes none now. */
export const HangTask = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  const can = useMe().data?.can ?? []
  const [open, setOpen] = useState(false)
  const kind = hangable(can, kase)
  if (!kind) return null
  return open ? (
    <HangForm kase={kase} kind={kind} close={() => setOpen(false)} />
  ) : (
    <div>
      <Button onClick={() => setOpen(true)}>{t('hang.open')}</Button>
    </div>
  )
}

interface HangFormProps {
  readonly kase: CaseView
  readonly kind: Kind
  readonly close: () => void
}

const HangForm = ({ kase, kind, close }: HangFormProps) => {
  const t = useWords('desk')
  const say = useSay()
  const units = useQuery(queryOf(orgRoutes.units, {}))
  const { draft, set, send, missing, pending, problem, given } = useHang(kase, kind)
  const found = leadsToPerson(draft.words)
  const told = (wrong: boolean, key: string) =>
    wrong && (
      <p role="alert" className="field-told" data-wrong>
        {t(key)}
      </p>
    )
  return (
    <form
      className="panel hang-task"
      noValidate
      aria-label={say.text(kind.name)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className="desk-quiet">{t('hang.more')}</p>
      {given && (
        <p role="status">
          <Link to="/desk/case/$id" params={{ id: given.caseId }} preload={false}>
            {t('hang.given', { number: given.number })}
          </Link>
        </p>
      )}
      <div className="field">
        <label htmlFor="hang-words">{t('hang.words')}</label>
        <Input.TextArea
          id="hang-words"
          value={draft.words}
          maxLength={MOST_WORDS}
          autoSize={{ minRows: 2, maxRows: 8 }}
          aria-invalid={missing.words}
          onChange={(event) => set({ words: event.target.value })}
        />
        {found.length > 0 && <p className="field-told">{t('hang.found', { found: found.join(' · ') })}</p>}
        {told(missing.words, 'new.wordsMissing')}
      </div>
      <div className="hang-two">
        <div className="field">
          <label htmlFor="hang-unit">{t('hang.unit')}</label>
          <Select
            id="hang-unit"
            value={draft.unitId || null}
            placeholder={t('hang.unitChoose')}
            showSearch={{ optionFilterProp: 'label' }}
            loading={units.isPending}
            aria-invalid={missing.unit}
            options={(units.data ?? []).map((unit) => ({ value: unit.id, label: say.name(unit) }))}
            onChange={(unitId: string) => set({ unitId })}
          />
          {told(missing.unit, 'hang.unitMissing')}
        </div>
        <div className="field">
          <label htmlFor="hang-due">{t('place.due')}</label>
          <Input
            id="hang-due"
            type="datetime-local"
            min={toDayInput(serverNow())}
            {...(draft.dueAt === null ? {} : { defaultValue: toDayInput(draft.dueAt) })}
            // A field of its own for each task: what was given out leaves nothing behind.
            key={given?.caseId}
            aria-invalid={missing.due}
            onChange={(event) => set({ dueAt: fromDayInput(event.target.value) ?? null })}
          />
          {told(missing.due, 'place.dueMissing')}
        </div>
      </div>
      {problem && <Problem error={problem} />}
      <div className="panel-buttons">
        <Button onClick={close}>{t('hang.close')}</Button>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('hang.send')}
        </Button>
      </div>
    </form>
  )
}
