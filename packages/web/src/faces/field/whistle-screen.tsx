import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { PlacePicker } from '../../features/place-picker/place-picker.tsx'
import { WhistleForm } from '../../features/whistle/whistle-form.tsx'
import { useWords } from '../../messages/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** The page around the form; once blown, the page of the whistle shows the codes and who is on the way. */
export const WhistleScreen = () => {
  const t = useWords('whistle')
  const field = useWords('field')
  const navigate = useNavigate()
  const say = useSay()
  const me = useMe()
  const active = me.data?.active
  return (
    <div className="lx-page">
      <Link to="/field" className="back">
        <ArrowLeft aria-hidden="true" />
        {field('case.back')}
      </Link>
      <div>
        <h1>{t('heading')}</h1>
        <p className="lx-quiet lx-small">{t('lead')}</p>
      </div>
      {active && me.data?.can.includes('case.blow') ? (
        <WhistleForm
          placeCode={active.placeCode}
          placeName={say.place(active)}
          PlaceField={PlacePicker}
          onDone={({ caseId }) =>
            void navigate({ to: '/field/case/$id', params: { id: caseId }, search: {}, replace: true })
          }
        />
      ) : (
        me.data && <EmptyState title={t('denied.title')}>{t('denied.next')}</EmptyState>
      )}
    </div>
  )
}
