import type { Receipt } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { type SubmitEvent, useState } from 'react'
import { api } from '../../data/api-client.ts'
import { useDraft } from '../../data/drafts.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { TextArea } from '../../ui/text-area.tsx'

const LEAST = 4
const MOST = 2000

/** The time for reopening is over: the same place and contact, new words, and a new number that is linked to this one. */
export const RaiseAgain = ({
  caseId,
  keep,
}: {
  readonly caseId: string
  readonly keep: (commandId: string, receipt: Receipt) => Promise<void>
}) => {
  const t = useWords('follow')
  const draft = useDraft<{ words: string }>(`again.${caseId}`, { words: '' })
  const { words } = draft.value
  const [open, setOpen] = useState(words !== '')
  const [short, setShort] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [receipt, setReceipt] = useState<Receipt>()

  const send = async () => {
    if (sending) return
    const tooShort = [...words.trim()].length < LEAST
    setShort(tooShort)
    if (tooShort) return
    setSending(true)
    setProblem(null)
    try {
      const commandId = draft.commandId()
      const made = await api(caseRoutes.raiseAgain, { body: { words: words.trim() }, commandId })
      setReceipt(made)
      await keep(commandId, made)
      draft.clear()
    } catch (refused) {
      setProblem(refused)
    } finally {
      setSending(false)
    }
  }
  if (receipt)
    return (
      <Banner
        kind="success"
        title={t('again.done', { number: receipt.number, code: receipt.followCode })}
        safe={t('again.doneMore')}
      />
    )
  if (!open)
    return (
      <div className="lx-moves">
        <Button onClick={() => setOpen(true)}>{t('again.open')}</Button>
        <p className="lx-quiet lx-small">{t('again.why')}</p>
      </div>
    )
  return (
    <form
      className="lx-stack lx-move"
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2>{t('again.open')}</h2>
      <TextArea
        label={t('again.words')}
        limit={MOST}
        rows={3}
        value={words}
        onChange={(next) => draft.set({ words: next })}
        error={short ? t('move.problem.words') : undefined}
      />
      <p className="lx-quiet lx-small">{t('again.comesAlong')}</p>
      <ProblemBanner problem={problem} onRetry={send} pending={sending} />
      <div className="lx-move-send">
        <Button type="submit" kind="primary" size="main" wide pending={sending}>
          {t('again.send')}
        </Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {t('move.cancel')}
        </Button>
      </div>
    </form>
  )
}
