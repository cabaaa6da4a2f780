import { UPWARD_ASPECTS, type UpwardAspect } from '@lianxin/contract/rules/upward-result'
import { useRef, useState } from 'react'
import { uuidV7 } from '../../data/uuid-v7.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stars } from '../../ui/stars.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import './topic-list.css'
import { useBallotBox, useRateUpward } from './use-upward.ts'

type Scores = Partial<Record<UpwardAspect, number>>

const newSalt = () => crypto.randomUUID().replaceAll('-', '')

interface FormProps {
  readonly quarter: string
  readonly unit: { readonly unitId: string; readonly name: string; readonly rated: boolean }
}

/** Three marks for one unit. Once given they are counted and cannot be found again. */
const UnitForm = ({ quarter, unit }: FormProps) => {
  const t = useWords('rating')
  const [scores, setScores] = useState<Scores>({})
  const rate = useRateUpward()
  const sent = useRef({ commandId: uuidV7(), salt: newSalt() })
  const { attitude, style, effect } = scores
  const complete = attitude && style && effect ? { attitude, style, effect } : null
  if (unit.rated || rate.isSuccess)
    return (
      <li className="lx-upward">
        <h2>{unit.name}</h2>
        <p>{t('upward.rated')}</p>
      </li>
    )
  return (
    <li className="lx-upward">
      <h2>{unit.name}</h2>
      {UPWARD_ASPECTS.map((aspect) => (
        <Stars
          key={aspect}
          label={t(`upward.aspect.${aspect}`)}
          value={scores[aspect] ?? null}
          onChange={(value) => {
            // Another ballot is another command.
            sent.current = { commandId: uuidV7(), salt: newSalt() }
            setScores({ ...scores, [aspect]: value })
          }}
        />
      ))}
      {rate.error !== null && <ProblemBanner problem={rate.error} />}
      <Button
        kind="primary"
        pending={rate.isPending}
        disabled={complete === null}
        onClick={() =>
          complete && rate.mutate({ quarter, unitId: unit.unitId, scores: complete, ...sent.current })
        }
      >
        {t('upward.send')}
      </Button>
    </li>
  )
}

/** Where communities and grid workers rate their subdistrict and the departments. */
export const RateUp = () => {
  const t = useWords('rating')
  const say = useTimeWords()
  const { locale } = usePreferences()
  const box = useBallotBox()
  if (box.error)
    return <ProblemBanner problem={box.error} onRetry={() => box.refetch()} pending={box.isFetching} />
  if (!box.data) return <Skeleton count={4} />
  const { quarter, publishedAt, minimumGroup, units } = box.data
  return (
    <>
      <Banner
        kind="info"
        title={t('upward.protected', {
          quarter: say.quarter(quarter),
          day: say.point(publishedAt),
          minimum: minimumGroup,
        })}
      />
      <ul className="lx-topics">
        {units.map((unit) => (
          <UnitForm
            key={unit.unitId}
            quarter={quarter}
            unit={{ ...unit, name: locale === 'en' ? unit.nameEn : unit.name }}
          />
        ))}
      </ul>
    </>
  )
}
