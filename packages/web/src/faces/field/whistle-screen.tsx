import { useNavigate } from '@tanstack/react-router'
import { PlacePicker } from '../../features/place-picker/place-picker.tsx'
import { WhistleForm } from '../../features/whistle/whistle-form.tsx'
import { useWords } from '../../messages/words.ts'
import { EntryPage } from './entry-page.tsx'

/** Once blown, the page of the whistle shows the codes and who is on the way. */
export const WhistleScreen = () => {
  const t = useWords('whistle')
  const navigate = useNavigate()
  return (
    <EntryPage
      heading={t('heading')}
      lead={t('lead')}
      permit="case.blow"
      denied={{ title: t('denied.title'), next: t('denied.next') }}
    >
      {(place) => (
        <WhistleForm
          {...place}
          PlaceField={PlacePicker}
          onDone={({ caseId }) =>
            void navigate({ to: '/field/case/$id', params: { id: caseId }, search: {}, replace: true })
          }
        />
      )}
    </EntryPage>
  )
}
