import type { Raised } from '@lianxin/contract/case/case-commands'
import { useNavigate } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { NearField, PlaceField } from '../../features/finding/finding-parts.tsx'
import { useWords } from '../../messages/words.ts'
import { EntryPage } from './entry-page.tsx'
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

/** When either form is sent, today's list says what became of it. */
export const FindingScreen = ({ heading, Form, PlaceField, Near }: FindingScreenProps) => {
  const t = useWords('finding')
  const navigate = useNavigate()
  const done = (raised: Raised) => {
    noteRaised(raised)
    void navigate({ to: '/field' })
  }
  return (
    <EntryPage
      heading={t(`${heading}.heading`)}
      lead={t(`${heading}.lead`)}
      permit="case.find"
      denied={{ title: t('denied.title'), next: t('denied.next') }}
    >
      {(place) => <Form {...place} PlaceField={PlaceField} Near={Near} onDone={done} />}
    </EntryPage>
  )
}
