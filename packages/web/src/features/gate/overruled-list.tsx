import type { BurdenBoard } from '@lianxin/contract/gate/burden-views'
import { Card } from '../../ui/card.tsx'
import { Time } from '../../ui/time.tsx'
import { useBurdenWords } from './use-burden-words.ts'

/** Refusals that the gatekeeper set aside, each with the reason in writing. */
export const OverruledList = ({ overruled }: Pick<BurdenBoard, 'overruled'>) => {
  const { t, named, placed } = useBurdenWords()
  return (
    <Card aria-labelledby="burden-overruled">
      <h2 id="burden-overruled">{t('overruled')}</h2>
      <p>{t(overruled.length === 0 ? 'notOverruled' : 'overruledMore')}</p>
      <ul className="lx-burden-overruled">
        {overruled.map((one) => (
          <li key={`${one.at} ${one.communityName}`}>
            <strong>{one.title}</strong>
            <span>
              {named(one)} → {placed({ name: one.communityName, nameEn: one.communityNameEn })} ·{' '}
              <Time at={one.at} />
            </span>
            <blockquote>{one.reason}</blockquote>
          </li>
        ))}
      </ul>
    </Card>
  )
}
