import type { SettingRow } from '@lianxin/contract/setting/setting-routes'
import { settingOf } from '@lianxin/contract/setting/settings'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { CalendarClock } from 'lucide-react'
import { isTable, linesOf, rowsOf, shapeOf } from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useSettings } from '../../../features/setting/use-settings.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'

/** Tables whose rows are said in words of their own. */
const COUNTS: Partial<Record<SettingRow['name'], 'yearCount' | 'stepCount'>> = {
  holidays: 'yearCount',
  stepLimits: 'stepCount',
}

/** As many lines of a rule as fit a card. */
const LINES = 4

const Card = ({ row: { name, present, planned } }: { readonly row: SettingRow }) => {
  const t = useWords('setting')
  const say = useSay()
  const { title, explanation } = settingOf(name)
  const shape = shapeOf(name)
  const lines = isTable(shape) ? [] : linesOf(shape, present.value)
  return (
    <li className="rule-card">
      <h2>
        <Link to="/desk/settings/$name" params={{ name }}>
          {say.text(title)}
        </Link>
      </h2>
      <p className="desk-quiet">{say.text(explanation)}</p>
      {isTable(shape) ? (
        <p>{t(COUNTS[name] ?? 'rowCount', { rows: rowsOf(present.value).length })}</p>
      ) : (
        <dl className="rule-lines">
          {lines.slice(0, LINES).map((line) => (
            <div key={line.path}>
              <dt>{say.text(line.title)}</dt>
              <dd>{say.text(line.text)}</dd>
            </div>
          ))}
        </dl>
      )}
      {lines.length > LINES && <p className="desk-quiet">{t('more', { lines: lines.length - LINES })}</p>}
      <p className="rule-since">
        {present.effectiveFrom === null ? (
          t('asDelivered')
        ) : (
          <>
            {t('version', { version: present.version })} · {t('since')}
            <Time at={present.effectiveFrom} as="point" />
          </>
        )}
      </p>
      {planned?.effectiveFrom && (
        <p className="rule-planned">
          <CalendarClock aria-hidden="true" />
          {t('plannedFrom')}
          <Time at={planned.effectiveFrom} as="point" />
        </p>
      )}
    </li>
  )
}

/** Every rule in plain words: what it decides, what holds now and what is coming. */
export const OverviewScreen = () => {
  const t = useWords('setting')
  const settings = useSettings()
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="desk-quiet">{t('what')}</p>
      {settings.isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {settings.error && <Problem error={settings.error} again={() => void settings.refetch()} />}
      <ul className="rule-cards">
        {settings.data?.rows.map((row) => (
          <Card key={row.name} row={row} />
        ))}
      </ul>
    </>
  )
}
