import type { RecipientView } from '@lianxin/contract/gate/gate-views'
import { Link } from '@tanstack/react-router'
import { useSay } from '../../../features/case/use-say.ts'
import { Problem } from '../problem.tsx'
import type { Placed } from './use-placing.ts'

interface PlacedListProps {
  readonly recipients: readonly RecipientView[]
  readonly placed: Readonly<Record<string, Placed>>
}

/** What became of it for each community: its number, or why it could not be placed there. */
export const PlacedList = ({ recipients, placed }: PlacedListProps) => {
  const say = useSay()
  const shown = recipients.flatMap((one) => {
    const result = placed[one.communityCode]
    return result ? [{ one, result }] : []
  })
  if (shown.length === 0) return null
  return (
    <ul className="nearby" aria-live="polite">
      {shown.map(({ one, result }) => (
        <li key={one.communityCode}>
          <span>{say.name(one.unit)}</span>
          {'raised' in result ? (
            <Link to="/desk/case/$id" params={{ id: result.raised.caseId }} preload={false}>
              {result.raised.number} · {say.text(result.raised.stateName)}
            </Link>
          ) : (
            <Problem error={result.problem} />
          )}
        </li>
      ))}
    </ul>
  )
}
