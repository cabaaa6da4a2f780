import { type ItemLadders, ownRungs } from '@lianxin/contract/setting/item-ladders'
import { LADDER_LEVELS, type Ladder, soonestFirst } from '@lianxin/contract/setting/ladder'
import type { ReactNode } from 'react'
import { fieldOf, fieldsOf, type Shape, saidValue } from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { LadderSteps } from './ladder-steps.tsx'

interface LadderValueProps {
  readonly shape: Shape
  readonly value: unknown
  readonly label: string
}

/** The ladder as it is climbed: for each level of matter, where it goes and when. */
export const LadderValue = ({ value, label }: LadderValueProps) => {
  const say = useSay()
  return (
    <dl className="ladder" aria-label={label}>
      {Object.entries(LADDER_LEVELS).map(([level, name]) => (
        <Level key={level} name={say.text(name)}>
          <LadderSteps rungs={soonestFirst((value as Ladder).filter((rung) => rung.level === level))} />
        </Level>
      ))}
    </dl>
  )
}

/** The same for each item that has a ladder of its own. */
export const ItemLaddersValue = ({ shape, value, label }: LadderValueProps) => {
  const t = useWords('setting')
  const say = useSay()
  const ladders = value as ItemLadders
  const [, item = {}] = fieldsOf(shape.items ?? {}).find(([name]) => name === 'item') ?? []
  if (ladders.length === 0) return <p className="desk-quiet">{t('ladder.noItems')}</p>
  return (
    <dl className="ladder" aria-label={label}>
      {[...new Set(ladders.map((one) => String(fieldOf(one, 'item'))))].toSorted().map((code) => (
        <Level key={code} name={say.text(saidValue(item, code))}>
          <LadderSteps rungs={ownRungs(ladders, code)} />
        </Level>
      ))}
    </dl>
  )
}

const Level = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="ladder-level">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
