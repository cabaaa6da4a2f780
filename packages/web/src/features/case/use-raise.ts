import type { RaiseCase, Raised } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { Kind } from '@lianxin/contract/kinds/kind'
import { currentKind, KINDS } from '@lianxin/contract/kinds/kinds'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { placeOr, type Spot } from '../../data/chosen-place.ts'
import { useOwnDraft } from '../../data/own-draft.ts'
import { chooseUnits } from './move-draft.ts'

/** What is being written down at a desk: kept on the device until it is sent. */
export interface RaiseDraft {
  readonly kind: string
  readonly words: string
  readonly where: RaiseCase['where']
  readonly choices: Readonly<Record<string, string>>
  /** Who is called, where the kind calls at once; the first one leads. */
  readonly unitIds: readonly string[]
  readonly parties: readonly DraftParty[]
  /** The matter that it arose from waits for this one. */
  readonly hangs: boolean
}

/** Somebody whom the matter is between, as typed. */
export interface DraftParty {
  readonly name: string
  readonly phone: string
}

export const NO_PARTY: DraftParty = { name: '', phone: '' }
const EMPTY: RaiseDraft = {
  ...{
    kind: '',
    words: '',
    where: {},
    choices: {},
    unitIds: [],
    parties: [NO_PARTY, NO_PARTY],
    hangs: false,
  },
}

/** The kinds that this post may write down by itself, each at its newest version; what needs an admission begins at the gate, what hangs on a decision there. */
export const raisable = (can: readonly string[]): readonly Kind[] =>
  [...new Set(KINDS.map(({ kind }) => kind))]
    .map(currentKind)
    .filter(
      ({ report }) => report.by === 'post' && !report.needs && !report.under && can.includes(report.permit),
    )

/** The move that a report of this kind brings along because it asks to choose something at once. */
export const openingMove = (kind: Kind | undefined): string | undefined =>
  kind?.report.moves.find((move) => (kind.moves[move]?.choose?.length ?? 0) > 0)

const partyOf = ({ name, phone }: DraftParty) => ({
  name: name.trim(),
  ...(phone.trim() ? { phone: phone.trim() } : {}),
})

/** Writing down a matter of a kind that posts report: what is missing, and sending it once. */
export const useRaise = (
  can: readonly string[],
  assumed: {
    readonly where: Spot
    readonly aroseFromId?: string | undefined
    /** What is asked on the matter that it arises from, by the names of its flags. */
    readonly asked?: readonly string[]
  },
  onDone: (raised: Raised, parties: readonly DraftParty[]) => void,
) => {
  const client = useQueryClient()
  const stored = useOwnDraft<RaiseDraft>(`raise.${assumed.aroseFromId ?? 'desk'}`, EMPTY)
  const draft = { ...EMPTY, ...stored.value }
  const kinds = raisable(can)
  const kind = kinds.find((one) => one.kind === draft.kind) ?? kinds[0]
  const opening = openingMove(kind)
  const asked = (opening && kind?.moves[opening]?.choose) || []
  const calls = opening !== undefined && kind?.moves[opening]?.needs?.includes('units') === true
  const between = kind?.report.parties
  // Who raised the other matter comes along and has agreed already.
  const origin = kind?.report.comesFrom
  const along = origin !== undefined && (assumed.asked ?? []).includes(origin.flag)
  // What is between a few people stays out of the sight of whoever works on the other one.
  const mayHang = assumed.aroseFromId !== undefined && !between && can.includes('case.dispatch')
  const named = draft.parties.filter(({ name }) => name.trim() !== '')
  const missing = {
    parties: between !== undefined && named.length + (along ? 1 : 0) < between.atLeast,
    words: [...draft.words.trim()].length < 2,
    choices: asked.filter((choice) => !draft.choices[choice]),
    units: calls && draft.unitIds.length === 0,
  }
  const [tried, setTried] = useState(false)
  const sending = useMutation({
    mutationFn: (body: RaiseCase) => api(caseRoutes.raise, { body, commandId: stored.commandId() }),
    onSuccess: (raised) => {
      // Before the draft is gone with the names in it.
      onDone(raised, named)
      stored.clear()
      return Promise.all([
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
    const { words, parties, choices, units } = missing
    if (!kind || sending.isPending || words || parties || choices.length > 0 || units) return
    sending.mutate({
      kind: kind.kind,
      words: draft.words.trim(),
      where: placeOr(draft.where, assumed.where),
      ...(between ? { parties: named.map(partyOf) } : {}),
      ...(opening
        ? {
            firstMove: {
              move: opening,
              choices: Object.fromEntries(asked.map((one) => [one, draft.choices[one] ?? ''])),
              ...(calls ? { units: chooseUnits(draft.unitIds) } : {}),
            },
          }
        : {}),
      ...(assumed.aroseFromId
        ? { [mayHang && draft.hangs ? 'parentId' : 'aroseFromId']: assumed.aroseFromId }
        : {}),
    })
  }
  return {
    ...{ draft, kinds, kind, asked, calls, between, along, mayHang, send },
    set: stored.set,
    missing: tried ? missing : { words: false, parties: false, choices: [] as string[], units: false },
    pending: sending.isPending,
    problem: sending.error,
  }
}
