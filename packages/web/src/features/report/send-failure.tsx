import { useEffect, useRef } from 'react'
import { isApiProblem } from '../../data/api-problem.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'

interface SendFailureProps {
  readonly problem: unknown
  readonly pending: boolean
  readonly onAgain: () => void
}

/** It did not go out: what is safe, and the button that sends it once more under the same id. */
export const SendFailure = ({ problem, pending, onAgain }: SendFailureProps) => {
  const t = useWords('report')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'center' })
  }, [])
  const offline = isApiProblem(problem) && problem.status === 0
  return (
    <div ref={box}>
      {offline ? (
        <Banner
          kind="warn"
          title={t('failed.heading')}
          safe={t('failed.offline')}
          action={
            <Button onClick={onAgain} pending={pending}>
              {t('failed.again')}
            </Button>
          }
        />
      ) : (
        <ProblemBanner problem={problem} onRetry={onAgain} pending={pending} />
      )}
    </div>
  )
}
