import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { EvaluationBoard } from './evaluation-board.tsx'

/** The rates as everybody may read them. */
export const EvaluationScreen = () => {
  const t = useWords('rating')
  const search = useSearch({ from: '/resident/evaluation' })
  const navigate = useNavigate()
  return (
    <div className="lx-page lx-evaluation-page">
      <div>
        <h1>{t('heading')}</h1>
        <p className="lx-lead">{t('lead')}</p>
      </div>
      <EvaluationBoard
        search={search}
        narrow={(narrowed) => void navigate({ to: '/evaluation', search: narrowed, replace: true })}
      />
    </div>
  )
}
