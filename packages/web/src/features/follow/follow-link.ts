/** What a follow link carries behind the `#`, where no server, proxy or log ever sees it. */
export interface FollowLink {
  readonly number: string
  readonly code: string
  /** The session ended while the matter was on the screen. */
  readonly expired: boolean
}

/** Reads `#number=…&code=…`; what is missing is empty. */
export const readFollowLink = (hash: string): FollowLink => {
  const entries = new URLSearchParams(hash.replace(/^#/, ''))
  return {
    number: (entries.get('number') ?? '').trim(),
    code: (entries.get('code') ?? '').trim(),
    expired: entries.has('expired'),
  }
}
