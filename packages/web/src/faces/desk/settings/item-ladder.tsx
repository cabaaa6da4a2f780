import type { ItemVersion } from '@lianxin/contract/catalogue/item-keeping-routes'
import { type ItemLadders, ownRungs, withRungs } from '@lianxin/contract/setting/item-ladders'
import { LADDER_LEVELS, type Ladder, rungsFor } from '@lianxin/contract/setting/ladder'
import type { SettingRow } from '@lianxin/contract/setting/setting-routes'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useSettings } from '../../../features/setting/use-settings.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { LadderSteps } from './ladder-steps.tsx'
import { RuleEditor } from './rule-editor.tsx'

interface ItemLadderProps {
  readonly code: string
  readonly version: ItemVersion
}

/** Who is told, and when, of a matter of this item that is late: by rungs of its own, or by those of its level. */
export const ItemLadder = ({ code, version }: ItemLadderProps) => {
  const t = useWords('setting')
  const settings = useSettings()
  const rowOf = (name: SettingRow['name']) => settings.data?.rows.find((row) => row.name === name)
  const [items, levels] = [rowOf('itemLadders'), rowOf('ladder')]
  return (
    <section className="item-ladder" aria-labelledby="item-ladder">
      <h2 id="item-ladder">{t('ladder.ofItem')}</h2>
      {settings.error && <Problem error={settings.error} again={() => void settings.refetch()} />}
      {items && levels && (
        <Rungs
          code={code}
          row={items}
          byLevel={rungsFor(levels.present.value as Ladder, version.level, version.clockKind)}
          level={version.level}
          openMatters={settings.data?.openMatters ?? 0}
        />
      )}
    </section>
  )
}

interface RungsProps {
  readonly code: string
  readonly row: SettingRow
  readonly byLevel: ReturnType<typeof rungsFor>
  readonly level: number
  readonly openMatters: number
}

const Rungs = ({ code, row, byLevel, level, openMatters }: RungsProps) => {
  const t = useWords('setting')
  const say = useSay()
  const [editing, setEditing] = useState(false)
  const own = ownRungs(row.present.value as ItemLadders, code)
  const coming = row.planned && ownRungs(row.planned.value as ItemLadders, code)
  const isChanging = coming !== null && JSON.stringify(coming) !== JSON.stringify(own)
  const name = say.text(LADDER_LEVELS[`level${level}` as keyof typeof LADDER_LEVELS])
  if (editing)
    return (
      <RuleEditor
        {...{ row, openMatters }}
        item={code}
        start={withRungs(row.present.value as ItemLadders, code, own.length > 0 ? own : byLevel)}
        done={() => setEditing(false)}
      />
    )
  return (
    <>
      <p>
        {own.length > 0 ? <Tag color="blue">{t('ladder.own')}</Tag> : t('ladder.byLevel', { level: name })}
      </p>
      <LadderSteps rungs={own.length > 0 ? own : byLevel} />
      {isChanging && row.planned?.effectiveFrom && (
        <>
          <p className="rule-planned">
            {t('plannedFrom')}
            <Time at={row.planned.effectiveFrom} as="point" />
            {coming.length === 0 && ` · ${t('ladder.byLevel', { level: name })}`}
          </p>
          <LadderSteps rungs={coming} />
        </>
      )}
      {row.mayChange && (
        <div className="rule-actions">
          <Button onClick={() => setEditing(true)}>
            {own.length > 0 ? t('ladder.change') : t('ladder.give')}
          </Button>
        </div>
      )}
    </>
  )
}
