import { useWords } from '../messages/words.ts'
import './card.css'

interface SkeletonProps {
  /** The layout that is coming, so that nothing jumps when it does. */
  readonly shape?: 'lines' | 'cards'
  readonly count?: number
}

/** Still, not shimmering: nothing blinks. */
export const Skeleton = ({ shape = 'lines', count = 3 }: SkeletonProps) => {
  const t = useWords('ui')
  const places = Array.from({ length: count }, (_, place) => place)
  return (
    <div className="lx-skeleton" role="status">
      <span className="lx-hidden">{t('loading')}</span>
      {shape === 'lines' && <div className="lx-bone" data-shape="title" />}
      {places.map((place) => (
        <div key={place} className="lx-bone" data-shape={shape === 'cards' ? 'block' : undefined} />
      ))}
    </div>
  )
}
