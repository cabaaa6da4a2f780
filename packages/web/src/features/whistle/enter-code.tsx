import { type FormEvent, useState } from 'react'
import type { Holder } from '../../data/holder.ts'
import { freshCommand, keepEntry } from '../../data/kept-entries.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ScanCode } from './scan-code.tsx'

interface EnterCodeProps {
  readonly who: Holder
  readonly caseId: string
  readonly number: string
}

/** The code that the other side shows, for a whistle whose page need not have been opened: it is kept, and sent as soon as that can be. */
export const EnterCode = ({ who, caseId, number }: EnterCodeProps) => {
  const t = useWords('codes')
  const [digits, setDigits] = useState('')
  const [missing, setMissing] = useState(false)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    setMissing(digits.length < 6)
    if (digits.length < 6) return
    const { accountId, postId } = who
    keepEntry({ accountId, postId, caseId, number, arrivalCode: digits }, freshCommand())
    setDigits('')
  }
  return (
    <details className="enter-code">
      <summary>{t('enter.summary')}</summary>
      <form noValidate onSubmit={keep}>
        <TextField
          label={t('enter.label')}
          error={missing ? t('enter.missing') : undefined}
          inputMode="numeric"
          autoComplete="off"
          value={digits}
          onChange={(typed) => setDigits(typed.replaceAll(/\D/g, '').slice(0, 6))}
        />
        <ScanCode onRead={setDigits} />
        <Button type="submit" kind="primary" wide>
          {t('enter.keep')}
        </Button>
      </form>
    </details>
  )
}
