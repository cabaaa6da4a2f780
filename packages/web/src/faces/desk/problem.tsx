import { Button } from 'antd'
import { CircleAlert, WifiOff } from 'lucide-react'
import { isApiProblem } from '../../data/api-problem.ts'
import { useWords } from '../../messages/words.ts'

interface ProblemProps {
  readonly error: unknown
  readonly again?: () => void
}

/** What happened, what is safe, what to do: the server's own sentence, or ours when no answer came. */
export const Problem = ({ error, again }: ProblemProps) => {
  const t = useWords('desk')
  const offline = isApiProblem(error) && error.status === 0
  const told = isApiProblem(error) && error.detail !== '' ? error.detail : t('problem.unknown')
  const Icon = offline ? WifiOff : CircleAlert
  return (
    <div role="alert" className="desk-problem">
      <Icon aria-hidden="true" />
      <span>{offline ? t('problem.offline') : told}</span>
      {again && (
        <Button size="small" onClick={again}>
          {t('problem.again')}
        </Button>
      )}
    </div>
  )
}
