import type { Raised } from '@lianxin/contract/case/case-commands'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ComponentType } from 'react'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import type { NearField, PlaceField } from '../../features/finding/finding-parts.tsx'
import { useWords } from '../../messages/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { noteRaised } from './raised-note.ts'

type FindingFormPart = ComponentType<{
  readonly placeCode: string
  readonly placeName: string
  readonly PlaceField: PlaceField
  readonly Near: NearField
  readonly onDone: (raised: Raised) => void
}>

interface FindingScreenProps {
  readonly heading: 'spot' | 'report'
  readonly Form: FindingFormPart
  readonly PlaceField: PlaceField
  readonly Near: NearField
}

/** The page around either form; when it is sent, today's list says what became of it. */
export const FindingScreen = ({ heading, Form, PlaceField, Near }: FindingScreenProps) => {
  const t = useWords('finding')
  const field = useWords('field')
  const navigate = useNavigate()
  const say = useSay()
  const me = useMe()
  const active = me.data?.active
  const done = (raised: Raised) => {
    noteRaised(raised)
    void navigate({ to: '/field' })
  }
  return (
    <div className="lx-page">
      <Link to="/field" className="back">
        <ArrowLeft aria-hidden="true" />
        {field('case.back')}
      </Link>
      <div>
        <h1>{t(`${heading}.heading`)}</h1>
        <p className="lx-quiet lx-small">{t(`${heading}.lead`)}</p>
      </div>
      {active && me.data?.can.includes('case.find') ? (
        <Form
          placeCode={active.placeCode}
          placeName={say.place(active)}
          PlaceField={PlaceField}
          Near={Near}
          onDone={done}
        />
      ) : (
        me.data && <EmptyState title={t('denied.title')}>{t('denied.next')}</EmptyState>
      )}
    </div>
  )
}
