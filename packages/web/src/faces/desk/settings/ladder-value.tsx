import { LADDER_LEVELS, type Ladder, type Rung } from '@lianxin/contract/setting/ladder'
import { ArrowRight } from 'lucide-react'
import { fieldOf, fieldsOf, type Shape, saidValue } from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface LadderValueProps {
  readonly shape: Shape
  readonly value: unknown
  readonly label: string
}

/** The ladder as it is climbed: for each level of matter, where it goes and when. */
export const LadderValue = ({ shape, value, label }: LadderValueProps) => {
  const t = useWords('setting')
  const say = useSay()
  const rungs = value as Ladder
  const words = (rung: Rung, name: keyof Rung) => {
    const [, field = {}] = fieldsOf(shape.items ?? {}).find(([one]) => one === name) ?? []
    return say.text(saidValue(field, fieldOf(rung, name)))
  }
  return (
    <dl className="ladder" aria-label={label}>
      {Object.entries(LADDER_LEVELS).map(([level, name]) => {
        const own = rungs
          .filter((rung) => rung.level === level)
          .toSorted((one, other) => one.afterPercent - other.afterPercent)
        return (
          <div key={level} className="ladder-level">
            <dt>{say.text(name)}</dt>
            <dd>
              <ol>
                {own.map((rung) => (
                  <li key={`${rung.counts} ${rung.afterPercent} ${rung.to}`}>
                    <strong>{words(rung, 'afterPercent')}</strong>
                    <ArrowRight aria-label={t('ladder.goesTo')} />
                    <span>{words(rung, 'to')}</span>
                    {rung.counts !== 'every' && <span className="desk-quiet">{words(rung, 'counts')}</span>}
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
