import type { MoveInput } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { CaseView } from '@lianxin/contract/case/case-views'
import type { Kind } from '@lianxin/contract/kinds/kind'
import { currentKind, KINDS } from '@lianxin/contract/kinds/kinds'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { useOwnDraft } from '../../data/own-draft.ts'
import { serverNow } from '../../ui/server-time.ts'

/** What this post may hang on a matter as it stands now, e.g. a task on a decision that is in force. */
export const hangable = (
  can: readonly string[],
  kase: Pick<CaseView, 'kind' | 'state'>,
): Kind | undefined => {
  const found = KINDS.find(
    ({ report: { by, permit, under } }) =>
      by === 'post' && under?.kind === kase.kind && under.states.includes(kase.state) && can.includes(permit),
  )
  return found && currentKind(found.kind)
}

interface HangDraft {
  readonly words: string
  readonly unitId: string
  readonly dueAt: number | null
}
const EMPTY: HangDraft = { words: '', unitId: '', dueAt: null }

/** Hanging one matter on another: in words, for one unit, by a date. It is given out in the same breath. */
export const useHang = (kase: Pick<CaseView, 'id' | 'where'>, kind: Kind) => {
  const client = useQueryClient()
  const stored = useOwnDraft<HangDraft>(`hang.${kase.id}`, EMPTY)
  const draft = { ...EMPTY, ...stored.value }
  const [tried, setTried] = useState(false)
  const missing = {
    words: [...draft.words.trim()].length < 2,
    unit: draft.unitId === '',
    due: draft.dueAt === null || draft.dueAt <= serverNow(),
  }
  const sending = useMutation({
    mutationFn: (first: Omit<MoveInput, 'expectedVersion'>) =>
      api(caseRoutes.raise, {
        body: {
          ...{ kind: kind.kind, words: draft.words.trim(), parentId: kase.id, firstMove: first },
          where: { communityCode: kase.where.communityCode },
        },
        commandId: stored.commandId(),
      }),
    onSuccess: () => {
      stored.clear()
      setTried(false)
      return Promise.all([
        client.invalidateQueries({ queryKey: [caseRoutes.view.id] }),
        client.invalidateQueries({ queryKey: [caseRoutes.counts.id] }),
        client.invalidateQueries({ queryKey: ['inbox'] }),
      ])
    },
    onError: (error) => {
      // Nobody knows whether it was done: the same command, under the same id, finds out.
      if (!(isApiProblem(error) && (error.status === 0 || error.status >= 500))) stored.renew()
    },
  })
  const send = () => {
    setTried(true)
    const [move] = kind.report.moves
    if (!move || draft.dueAt === null || Object.values(missing).some(Boolean) || sending.isPending) return
    sending.mutate({ move, units: [{ unitId: draft.unitId, role: 'lead' }], dueAt: draft.dueAt })
  }
  return {
    ...{ draft, send, set: stored.set },
    missing: tried ? missing : { words: false, unit: false, due: false },
    pending: sending.isPending,
    problem: sending.error,
    given: sending.data,
  }
}
