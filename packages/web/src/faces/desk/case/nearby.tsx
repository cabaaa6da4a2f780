import { Link } from '@tanstack/react-router'
import { useNearTo } from '../../../features/case/use-near-to.ts'
import { useNearWords } from '../../../features/near/use-near-words.ts'
import { useWords } from '../../../messages/words.ts'

/** What is open around the matter and about the same: perhaps one cause. */
export const Nearby = ({ caseId }: { readonly caseId: string }) => {
  const t = useWords('desk')
  const say = useNearWords()
  const near = useNearTo(caseId)
  if (near.data?.rows.length === 0) return <p className="desk-quiet">{t('context.noNearby')}</p>
  return (
    <ul className="nearby">
      {near.data?.rows.map((other) => {
        const { title, facts } = say(other)
        return (
          <li key={other.id}>
            <Link to="/desk/case/$id" params={{ id: other.id }} search={true} preload={false}>
              {title}
            </Link>
            <span className="desk-quiet">{facts}</span>
          </li>
        )
      })}
    </ul>
  )
}
