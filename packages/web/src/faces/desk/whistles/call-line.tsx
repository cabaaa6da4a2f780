import type { RatedCall } from '@lianxin/contract/whistle/whistle-board'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { useTimeWords } from '../../../ui/time-words.ts'

/** A rated call in two lines; its number opens the whistle. */
export const CallLine = ({ call }: { readonly call: RatedCall }) => {
  const t = useWords('whistle-desk')
  const say = useSay()
  const time = useTimeWords()
  return (
    <span className="alert-words">
      <span>
        <Link to="/desk/case/$id" params={{ id: call.caseId }} preload={false}>
          {call.number}
        </Link>
        {' · '}
        {[
          say.text(call.causeName),
          say.name({ name: call.placeName, nameEn: call.placeNameEn }),
          time.point(call.blownAt),
        ].join(' · ')}
      </span>
      <span className="desk-quiet">
        {[
          t(call.inTime ? 'rated.inTime' : 'rated.late'),
          ...(call.overruled ? [t('rated.overruled')] : []),
          ...call.scores.map(({ name, score }) => t('rated.score', { aspect: say.text(name), score })),
        ].join(' · ')}
      </span>
    </span>
  )
}
