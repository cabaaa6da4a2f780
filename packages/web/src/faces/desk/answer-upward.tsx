import type { UpwardBoard } from '@lianxin/contract/rating/upward-views'
import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { uuidV7 } from '../../data/uuid-v7.ts'
import { useAnswerUpward } from '../../features/rating/use-upward.ts'
import { useWords } from '../../messages/words.ts'
import { Problem } from './problem.tsx'

const MOST = 500
const LEAST = 4

/** The rated unit answers in public, once a quarter. */
export const AnswerUpward = ({ board, unitId }: { readonly board: UpwardBoard; readonly unitId: string }) => {
  const t = useWords('rating')
  const id = useId()
  const [words, setWords] = useState('')
  const commandId = useRef(uuidV7())
  const answer = useAnswerUpward()
  return (
    <div>
      <label htmlFor={id}>{t('upward.answerLabel')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={MOST}
        value={words}
        onChange={({ target }) => {
          commandId.current = uuidV7()
          setWords(target.value)
        }}
      />
      <Button
        loading={answer.isPending}
        disabled={words.trim().length < LEAST}
        onClick={() =>
          answer.mutate({ quarter: board.quarter, unitId, words: words.trim(), commandId: commandId.current })
        }
      >
        {t('upward.answerSend')}
      </Button>
      {answer.error && <Problem error={answer.error} />}
    </div>
  )
}
