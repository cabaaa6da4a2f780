import { useWords } from '../../messages/words.ts'
import './deliberation.css'
import { useDeliberation } from './use-deliberations.ts'
import { VoteCard } from './vote-card.tsx'

/** What was counted so far, as everybody reads it, newest first: which share was reached and which was not. */
export const VotesOf = ({ id }: { readonly id: string }) => {
  const t = useWords('deliberation')
  const { data } = useDeliberation(id)
  if (!data || data.votes.length === 0) return null
  return (
    <section className="lx-votes-of" aria-labelledby="votes-of">
      <h2 id="votes-of">{t('votes')}</h2>
      {data.votes.toReversed().map((vote) => (
        <VoteCard key={vote.at} vote={vote} />
      ))}
    </section>
  )
}
