import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { Problem } from '../problem.tsx'

const MOST = 1000

interface LetterProps {
  readonly label: string
  readonly hint?: string
  readonly least: number
  readonly send: string
  /** Something else than the words is still missing. */
  readonly unready?: boolean
  readonly pending: boolean
  readonly error: unknown
  /** The id stays with the words: sent twice, it is written once. */
  readonly onSend: (words: string, commandId: string) => void
}

/** Words from one office to another, sent once and readable by both sides afterwards. */
export const LetterForm = ({ label, hint, least, send, unready, pending, error, onSend }: LetterProps) => {
  const id = useId()
  const [words, setWords] = useState('')
  const commandId = useRef(uuidV7())
  return (
    <form
      className="letter"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(words.trim(), commandId.current)
      }}
    >
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={4}
        maxLength={MOST}
        showCount
        value={words}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onChange={({ target }) => {
          commandId.current = uuidV7()
          setWords(target.value)
        }}
      />
      {hint && (
        <p id={`${id}-hint`} className="desk-quiet">
          {hint}
        </p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={pending}
        disabled={unready === true || words.trim().length < least}
      >
        {send}
      </Button>
      {error !== null && <Problem error={error} />}
    </form>
  )
}
