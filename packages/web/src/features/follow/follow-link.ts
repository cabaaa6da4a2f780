/** What a follow link carries behind the `#`, where no server, proxy or log ever sees it. */
export interface FollowLink {
  readonly number: string
  readonly code: string
}

/** Reads `#number=…&code=…`; what is missing is empty. */
export const readFollowLink = (hash: string): FollowLink => {
  const entries = new URLSearchParams(hash.replace(/^#/, ''))
  return { number: (entries.get('number') ?? '').trim(), code: (entries.get('code') ?? '').trim() }
}
