import { burdenRoutes } from '@lianxin/contract/gate/burden-routes'
import { DUTY_UNIT_KINDS, type DutyEntry, type PublishDutyList } from '@lianxin/contract/gate/duty-lists'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { api, queryOf } from '../../../data/api-client.ts'
import { dayText, dayValue } from '../../../features/gate/day-text.ts'
import { blankEntry, isWhole } from '../../../features/gate/duty-entry.ts'
import { useGateCommand } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { useNow } from '../../../ui/now.ts'
import { Problem } from '../problem.tsx'
import { DutyEntryFields } from './duty-entry-fields.tsx'
import './gate-desk.css'
import './gate-form.css'

type UnitKind = (typeof DUTY_UNIT_KINDS)[number]

/** The gatekeeper edits a duty list and publishes its next version, from a day on. */
export const DutiesDeskScreen = () => {
  const t = useWords('gate')
  const [unitKind, setUnitKind] = useState<UnitKind>('community')
  const versions = useQuery(queryOf(burdenRoutes.versions, { params: { unitKind } }))
  const newest = versions.data?.find(({ unit }) => unit === null)
  return (
    <main id="main" tabIndex={-1} className="desk-page gate-page">
      <p>
        <Link to="/desk/gate">{t('view.back')}</Link>
      </p>
      <div className="gate-head">
        <div>
          <h1>{t('duties.heading')}</h1>
          <p className="desk-quiet">{t('duties.what')}</p>
        </div>
        <Link to="/duties">{t('duties.public')}</Link>
      </div>
      <Segmented
        aria-label={t('duties.which')}
        value={unitKind}
        onChange={(value) => setUnitKind(value)}
        options={DUTY_UNIT_KINDS.map((value) => ({ value, label: t(`duties.${value}`) }))}
      />
      {versions.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {versions.error && <Problem error={versions.error} again={() => void versions.refetch()} />}
      {versions.data && (
        <EditList
          key={`${unitKind} ${newest?.version ?? 0}`}
          unitKind={unitKind}
          version={newest?.version ?? 0}
          start={newest?.entries ?? []}
        />
      )}
    </main>
  )
}

interface EditListProps {
  readonly unitKind: UnitKind
  readonly version: number
  readonly start: readonly DutyEntry[]
}

const EditList = ({ unitKind, version, start }: EditListProps) => {
  const t = useWords('gate')
  const id = useId()
  const now = useNow()
  const [entries, setEntries] = useState<readonly DutyEntry[]>(start)
  const [effectiveAt, setEffectiveAt] = useState(() => dayValue(dayText(now)) ?? now)
  const publish = useGateCommand((body: PublishDutyList, commandId) =>
    api(burdenRoutes.publish, { body, commandId }),
  )
  const open = entries.filter((entry) => !isWhole(entry)).length
  return (
    <>
      <p>{version === 0 ? t('duties.none') : t('duties.current', { version, count: start.length })}</p>
      <ul className="gate-rows">
        {entries.map((entry) => (
          <li key={entry.code}>
            <DutyEntryFields
              entry={entry}
              change={(part) => setEntries(entries.map((one) => (one === entry ? { ...one, ...part } : one)))}
              drop={() => setEntries(entries.filter((one) => one !== entry))}
            />
          </li>
        ))}
      </ul>
      <Button
        icon={<Plus className="desk-icon" aria-hidden="true" />}
        onClick={() => setEntries([...entries, blankEntry(entries)])}
      >
        {t('duties.add')}
      </Button>
      <section className="gate-card gate-act" aria-label={t('duties.publish', { version: version + 1 })}>
        <div className="gate-field">
          <label htmlFor={id}>{t('duties.effective')}</label>
          <input
            id={id}
            type="date"
            className="gate-date"
            value={dayText(effectiveAt)}
            onChange={(event) => setEffectiveAt(dayValue(event.target.value) ?? effectiveAt)}
          />
        </div>
        {open > 0 && <p className="desk-quiet">{t('duties.open', { count: open })}</p>}
        {publish.error && <Problem error={publish.error} />}
        <Button
          type="primary"
          disabled={open > 0 || entries.length === 0 || entries === start}
          loading={publish.isPending}
          onClick={() =>
            publish.mutate({
              unitKind,
              unitId: null,
              expectedVersion: version,
              effectiveAt,
              entries: [...entries],
            })
          }
        >
          {t('duties.publish', { version: version + 1 })}
        </Button>
        {publish.isSuccess && <p role="status">{t('duties.done', { version: publish.data.version })}</p>}
      </section>
    </>
  )
}
