import type { Climb, Rung } from '@lianxin/contract/setting/ladder'
import { ArrowRight } from 'lucide-react'
import { fieldOf, fieldsOf, saidValue, shapeOf } from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

type Shown = Climb & { readonly counts?: Rung['counts'] }

/** The rungs of one ladder: after how much of the limit it goes up, and to whom. */
export const LadderSteps = ({ rungs }: { readonly rungs: readonly Shown[] }) => {
  const t = useWords('setting')
  const say = useSay()
  const fields = new Map(fieldsOf(shapeOf('ladder').items ?? {}))
  const words = (rung: Shown, name: keyof Shown) =>
    say.text(saidValue(fields.get(name) ?? {}, fieldOf(rung, name)))
  return (
    <ol className="ladder-steps">
      {rungs.map((rung) => (
        <li key={`${rung.counts} ${rung.afterPercent} ${rung.to}`}>
          <strong>{words(rung, 'afterPercent')}</strong>
          <ArrowRight aria-label={t('ladder.goesTo')} />
          <span>{words(rung, 'to')}</span>
          {rung.counts && rung.counts !== 'every' && (
            <span className="desk-quiet">{words(rung, 'counts')}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
