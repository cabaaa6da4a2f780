/** Which side checks, or checked: an option of the choice `checker`. By the last move where it has ended. */
const BY_MOVE: Readonly<Record<string, string>> = {
  ...{ confirm: 'requester', lapse: 'requester', accept: 'initiator', pass: 'community' },
}
/** By the state while somebody is asked. */
const BY_STATE: Readonly<Record<string, string>> = {
  ...{ asked: 'requester', initiatorChecking: 'initiator', communityChecking: 'community' },
}

type Checked = { readonly state: string; readonly lastMove: string; readonly chosen: string | undefined }

/** A side of a rectification, never a person; null where it was struck off and nobody checked. */
export function checkedBy({ state, lastMove, chosen }: Checked): string | null {
  if (state === 'struckOff') return null
  if (state === 'closed') return BY_MOVE[lastMove] ?? null
  return BY_STATE[state] ?? chosen ?? null
}
