import { useWriteAdvice } from '../../../features/whistle/use-called.ts'
import { useWords } from '../../../messages/words.ts'
import { LetterForm } from './letter-form.tsx'

const LEAST = 10

interface FormProps {
  readonly unitId: string
  readonly name: string
  readonly caseIds: readonly string[]
  readonly onSent: () => void
}

/** To the head of a stationed unit, from the calls that were chosen. */
export const AdviceForm = ({ unitId, name, caseIds, onSent }: FormProps) => {
  const t = useWords('whistle-desk')
  const write = useWriteAdvice()
  return (
    <LetterForm
      label={t('advice.label', { unit: name })}
      hint={t('advice.hint', { count: caseIds.length })}
      least={LEAST}
      send={t('advice.send')}
      unready={caseIds.length === 0}
      pending={write.isPending}
      error={write.error}
      onSend={(words, commandId) =>
        write.mutate({ unitId, caseIds: [...caseIds], words, commandId }, { onSuccess: onSent })
      }
    />
  )
}
