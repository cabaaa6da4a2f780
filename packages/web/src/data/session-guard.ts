/**
 * When a session ends in the middle of work, the request waits here while a dialog asks for the password over the
 * screen; the form behind it keeps every word, and the same request (same command id) is then sent again.
 */
type Asking = { readonly answer: Promise<boolean>; readonly settle: (signedIn: boolean) => void }

let asking: Asking | null = null
let signedInHere = false
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** Only a person who was signed in is asked again; somebody who never was gets the refusal itself. */
export const noteSignedIn = (signedIn: boolean): void => {
  signedInHere = signedIn
}

/** True once the person has signed in again, false when they chose not to. All waiting requests share one dialog. */
export const askToSignInAgain = (): Promise<boolean> => {
  if (!signedInHere) return Promise.resolve(false)
  if (!asking) {
    let settle = (_signedIn: boolean) => {}
    const answer = new Promise<boolean>((resolve) => {
      settle = resolve
    })
    asking = { answer, settle }
    tell()
  }
  return asking.answer
}

export const isAskingToSignIn = (): boolean => asking !== null

export const answerSignIn = (signedIn: boolean): void => {
  asking?.settle(signedIn)
  asking = null
  if (!signedIn) signedInHere = false
  tell()
}

export const onAskingToSignIn = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
