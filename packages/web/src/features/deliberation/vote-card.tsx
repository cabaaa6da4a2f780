import type { CountedShare, PublicVote } from '@lianxin/contract/deliberation/deliberation-views'
import { CircleCheck, CircleX } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../../messages/words.ts'
import { Time } from '../../ui/time.tsx'
import { useSaid } from './use-said.ts'

/** One vote as it was counted: each share that the law asks for, with what it is a share of, and the law itself. */
export const VoteCard = ({ vote }: { readonly vote: PublicVote }) => {
  const t = useWords('deliberation')
  const say = useSaid()
  const id = useId()
  const Icon = vote.passed ? CircleCheck : CircleX
  return (
    <article className="lx-vote" aria-labelledby={id}>
      <h3 id={id}>{say.text(vote.name)}</h3>
      <p className="lx-vote-result" data-passed={vote.passed}>
        <Icon aria-hidden="true" />
        {t(vote.passed ? 'vote.passed' : 'vote.failed')}
        <span className="lx-quiet lx-small">
          <Time at={vote.at} as="point" />
        </span>
      </p>
      <ul>
        {vote.shares.map((share) => (
          <Share key={`${share.stage} ${share.of}`} share={share} />
        ))}
      </ul>
      {vote.words && <p className="lx-deliberation-words">{vote.words}</p>}
      <p className="lx-small lx-quiet">{t('vote.law', { law: say.text(vote.law) })}</p>
    </article>
  )
}

const Share = ({ share }: { readonly share: CountedShare }) => {
  const t = useWords('deliberation')
  const say = useSaid()
  const { stage, of, part, whole, reached, needed } = share
  const percent = whole === 0 ? 0 : (100 * part) / whole
  const Icon = reached ? CircleCheck : CircleX
  return (
    <li data-reached={reached}>
      <span className="lx-share-name">
        <Icon aria-hidden="true" />
        {t(`vote.${stage}.${of}`)}
        <strong>
          {t(`vote.counted.${of}`, { part: say.number(part), whole: say.number(whole) })}
          {t('vote.percent', { percent: Math.floor(percent * 10) / 10 })}
        </strong>
      </span>
      <span className="lx-share-bar" aria-hidden="true">
        <span style={{ inlineSize: `${percent}%` }} />
        <i style={{ insetInlineStart: `${(100 * needed.over) / needed.under}%` }} />
      </span>
      <span className="lx-small lx-quiet">
        {t(`vote.${needed.as}`, { over: needed.over, under: needed.under })}{' '}
        {t(reached ? 'vote.reached' : 'vote.missed')}
      </span>
    </li>
  )
}
