import { useWords } from '../messages/words.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

/** What the banner needs of an ApiProblem. */
interface ProblemLike {
  readonly status: number
  readonly detail: string
  readonly retry: 'never' | 'same-key' | 'later'
}

const isProblem = (error: unknown): error is ProblemLike =>
  error instanceof Error && 'detail' in error && 'retry' in error && 'status' in error

interface ProblemBannerProps {
  readonly problem: unknown
  /** Sends the same thing again; offered only where that can help. */
  readonly onRetry?: (() => void) | undefined
  readonly pending?: boolean
}

/** Tells any failed request in plain words. Anything that is not a problem of the catalogue counts as a fault of ours. */
export const ProblemBanner = ({ problem, onRetry, pending = false }: ProblemBannerProps) => {
  const t = useWords('ui')
  if (!problem) return null
  const known = isProblem(problem) ? problem : null
  const unreachable = known?.status === 0
  const mayRetry = known?.retry !== 'never'
  return (
    <Banner
      kind={unreachable ? 'warn' : 'error'}
      title={unreachable ? t('problem.unreachable') : known?.detail || t('problem.unknown')}
      safe={unreachable || !known ? t('problem.safe') : undefined}
      next={unreachable ? t('problem.next') : undefined}
      action={
        onRetry &&
        mayRetry && (
          <Button onClick={onRetry} pending={pending}>
            {t('problem.retry')}
          </Button>
        )
      }
    />
  )
}
