import type { Raised } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { isApiProblem } from '../../../data/api-problem.ts'
import { useOwnDraft } from '../../../data/own-draft.ts'
import { uuidV7 } from '../../../data/uuid-v7.ts'

interface PlacingDraft {
  /** Null until somebody typed: then it is what the gate let through. */
  readonly words: string | null
  readonly dueAt: number | null
  /** Communities that shall not have it now. */
  readonly left: readonly string[]
  /** The command of each community: sent again after a broken line, it is the same task. */
  readonly commands: Readonly<Record<string, string>>
}
const EMPTY: PlacingDraft = { words: null, dueAt: null, left: [], commands: {} }

export type Placed = { readonly raised: Raised } | { readonly problem: Error }

/** Placing one task on several communities: each is a matter of its own, and one that is refused does not hold up the others. */
export const usePlacing = (admissionId: string) => {
  const client = useQueryClient()
  const stored = useOwnDraft<PlacingDraft>(`place.${admissionId}`, EMPTY)
  const [placed, setPlaced] = useState<Readonly<Record<string, Placed>>>({})
  const one = async (communityCode: string, words: string, dueAt: number) => {
    const commandId = stored.value.commands[communityCode] ?? uuidV7()
    stored.set({ commands: { ...stored.value.commands, [communityCode]: commandId } })
    try {
      const raised = await api(caseRoutes.raise, {
        body: {
          ...{ kind: 'assignment', words, where: { communityCode }, admissionId },
          firstMove: { move: 'place', dueAt },
        },
        commandId,
      })
      return { raised }
    } catch (error) {
      // Refused is not done, so another try is another command; where nobody knows, the same one finds out.
      if (isApiProblem(error) && error.status >= 400 && error.status < 500)
        stored.set({ commands: { ...stored.value.commands, [communityCode]: uuidV7() } })
      return { problem: error instanceof Error ? error : new Error(String(error)) }
    }
  }
  const sending = useMutation({
    mutationFn: async (task: { codes: readonly string[]; words: string; dueAt: number }) => {
      for (const code of task.codes) {
        const answer = await one(code, task.words, task.dueAt)
        setPlaced((before) => ({ ...before, [code]: answer }))
      }
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [caseRoutes.counts.id] }),
        client.invalidateQueries({ queryKey: ['inbox'] }),
      ]),
  })
  return { draft: stored.value, set: stored.set, clear: stored.clear, placed, sending }
}
