import type { BurdenBoard } from '@lianxin/contract/gate/burden-views'
import { useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useCommunityBurden } from './use-burden.ts'
import { useBurdenWords } from './use-burden-words.ts'

type Community = BurdenBoard['communities'][number]

const eachGrid = ({ minutes, grids }: Community) => (grids === 0 ? 0 : minutes / grids)

/** Communities of a subdistrict, by minutes of each of their grids; one that is opened shows its grids and what causes it. */
export const BurdenCommunities = ({ board }: { readonly board: BurdenBoard }) => {
  const { t, placed } = useBurdenWords()
  const subdistricts = new Map(
    board.communities.map((row) => [
      row.subdistrictCode,
      placed({ name: row.subdistrictName, nameEn: row.subdistrictNameEn }),
    ]),
  )
  const [chosen, setChosen] = useState('')
  const subdistrict = chosen || ([...subdistricts.keys()][0] ?? '')
  const rows = board.communities
    .filter(({ subdistrictCode }) => subdistrictCode === subdistrict)
    .toSorted((a, b) => eachGrid(b) - eachGrid(a))
  const most = Math.max(1, ...rows.map(eachGrid))
  return (
    <Card aria-labelledby="burden-communities">
      <h2 id="burden-communities">{t('byCommunity')}</h2>
      <Select
        label={t('subdistrict')}
        value={subdistrict}
        onChange={setChosen}
        options={[...subdistricts].map(([value, label]) => ({ value, label }))}
      />
      <ul className="lx-burden-communities">
        {rows.map((row) => (
          <li key={row.code}>
            <Row row={row} month={board.month} budget={board.budget} share={(100 * eachGrid(row)) / most} />
          </li>
        ))}
      </ul>
      <p className="lx-burden-how">{t('how')}</p>
    </Card>
  )
}

const Row = ({
  row,
  month,
  budget,
  share,
}: {
  readonly row: Community
  readonly month: string
  readonly budget: number
  readonly share: number
}) => {
  const { t, length, placed } = useBurdenWords()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{placed(row)}</span>
        <span className="lx-burden-bar" aria-hidden="true">
          <span style={{ inlineSize: `${share}%` }} />
        </span>
        <strong>
          {t('perGrid', { length: length(eachGrid(row)) })}
          {eachGrid(row) > budget && <span className="lx-burden-beyond">{t('beyondBudget')}</span>}
        </strong>
      </summary>
      {open && <Grids code={row.code} month={month} />}
    </details>
  )
}

const Grids = ({ code, month }: { readonly code: string; readonly month: string }) => {
  const { t, length, named, placed } = useBurdenWords()
  const community = useCommunityBurden(code, month)
  if (!community.data) return <Skeleton count={1} />
  const { grids, causes } = community.data
  return (
    <div className="lx-burden-grids">
      {causes.length === 0 && <p>{t('nothing')}</p>}
      <ul>
        {causes.map((cause) => (
          <li key={cause.id}>
            {t('cause', { title: cause.title, unit: named(cause) })} <strong>{length(cause.minutes)}</strong>
          </li>
        ))}
      </ul>
      <ul className="lx-burden-chips" aria-label={t('grids')}>
        {grids.map((grid) => (
          <li key={grid.code}>
            {placed(grid)} <strong>{length(grid.minutes)}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}
