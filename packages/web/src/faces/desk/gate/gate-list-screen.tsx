import { DEMAND_KIND_NAMES, GATE_PROCESS } from '@lianxin/contract/gate/gate-process'
import type { GateRow } from '@lianxin/contract/gate/gate-views'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { DoorOpen, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../../../data/me.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { type GateBox, useGateList } from '../../../features/gate/use-gate.ts'
import { useGateWords } from '../../../features/gate/use-gate-words.ts'
import { useNow } from '../../../ui/now.ts'
import { StateTag } from '../../../ui/state-tag.tsx'
import { stateToneOf } from '../../../ui/state-tone.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import './gate-desk.css'

const BOXES = ['todo', 'open', 'closed'] as const

/** Where the reader's own community stands matters more to it than where the request does. */
const toneOfMine = (row: GateRow, now: number) => {
  if (row.mine === 'refused' || row.mine === 'lapsed' || row.mine === 'released') return 'closed'
  if (row.mine !== null && row.mine !== 'waiting') return row.toFillAt === null ? 'open' : 'waiting'
  return stateToneOf({ tone: GATE_PROCESS.states[row.state].tone, dueAt: row.dueAt }, now)
}

const Row = ({ row }: { readonly row: GateRow }) => {
  const { t, each } = useGateWords()
  const say = useSay()
  const now = useNow()
  const name =
    row.mine === null
      ? say.text(GATE_PROCESS.states[row.state].name)
      : t(row.toFillAt === null ? `mine.${row.mine}` : 'mine.toFill')
  return (
    <Link to="/desk/gate/$id" params={{ id: row.id }} preload={false} className="gate-row">
      <span className="gate-row-main">
        <strong>{row.title}</strong>
        <span className="desk-quiet">
          {[
            say.text(DEMAND_KIND_NAMES[row.kind]),
            say.name(row.unit),
            each(row),
            t('list.recipients', { count: row.counts.all }),
          ].join(' · ')}
        </span>
      </span>
      <span className="gate-row-state">
        <StateTag tone={toneOfMine(row, now)} name={name} />
        {row.dueAt !== null && (row.mine === null || row.mine === 'waiting') ? (
          <Time at={row.dueAt} as="deadline" still />
        ) : (
          <Time at={row.submittedAt ?? row.createdAt} still />
        )}
      </span>
    </Link>
  )
}

/** The gate from the side of whoever looks: the department's requests, the gatekeeper's desk, the community's demands. */
export const GateListScreen = () => {
  const { t } = useGateWords()
  const me = useMe()
  const can = (permission: string) => me.data?.can.includes(permission) ?? false
  const side = can('gate.decide')
    ? 'decide'
    : can('gate.answer')
      ? 'answer'
      : can('gate.ask')
        ? 'ask'
        : 'watch'
  const [box, setBox] = useState<GateBox>('todo')
  const list = useGateList(box)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <div className="gate-head">
        <div>
          <h1>{t(`list.heading.${side}`)}</h1>
          <p className="desk-quiet">{t(`list.what.${side}`)}</p>
        </div>
        <div className="gate-buttons">
          {side === 'decide' && (
            <Link to="/desk/gate/duties" className="gate-link">
              {t('list.duties')}
            </Link>
          )}
          <Link to="/burden" className="gate-link">
            {t('list.burden')}
          </Link>
          {side === 'ask' && (
            <Link to="/desk/gate/new">
              <Button type="primary" icon={<Plus className="desk-icon" aria-hidden="true" />}>
                {t('list.new')}
              </Button>
            </Link>
          )}
        </div>
      </div>
      <Segmented
        aria-label={t('list.label')}
        value={box}
        onChange={(value) => setBox(value)}
        options={BOXES.map((value) => ({ value, label: t(`list.box.${side}.${value}`) }))}
      />
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {list.error && <Problem error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <div className="gate-empty">
          <DoorOpen aria-hidden="true" />
          <p>
            <strong>{t(`list.empty.${box}`)}</strong>
          </p>
          <p className="desk-quiet">{t(`list.emptyNext.${side}`)}</p>
        </div>
      )}
      <ul className="gate-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </main>
  )
}
