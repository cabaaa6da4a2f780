import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether two secrets are equal, in a time that tells nothing of where they differ. Both are hashed to one length
 * first, because the comparison itself needs equal lengths and a length is also something learnt.
 */
export function equalSecrets(one: string, other: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'lianxin/equal-secrets').update(text, 'utf8').digest()
  return timingSafeEqual(digest(one), digest(other))
}

/** What a token says. `subject` is an id, never a name or a number of a person: tokens are not encrypted. */
export interface TokenClaims {
  /** A closed word of the code that issues it; a token for one purpose is worth nothing for another. */
  readonly purpose: string
  readonly subject: string
  /** Milliseconds since 1970; from then on the token is refused. */
  readonly exp: number
}

const TOKEN_MAX_LENGTH = 1024

const signature = (key: Uint8Array, body: string) =>
  createHmac('sha256', key).update('lianxin/token/v1\0').update(body).digest('base64url')

/** `body.signature`, both base64url. For short sessions that need no row: they cannot be recalled before `exp`. */
export function signToken(key: Uint8Array, { purpose, subject, exp }: TokenClaims): string {
  const body = Buffer.from(JSON.stringify([purpose, subject, exp])).toString('base64url')
  return `${body}.${signature(key, body)}`
}

/** The claims of a token that we signed for this purpose and that has not expired; otherwise undefined. */
export function readToken(
  key: Uint8Array,
  token: string,
  purpose: string,
  now: number,
): TokenClaims | undefined {
  if (token.length > TOKEN_MAX_LENGTH) return undefined
  const [body, signed, ...more] = token.split('.')
  if (!body || !signed || more.length > 0 || !equalSecrets(signed, signature(key, body))) return undefined
  // Only what we signed comes this far, so its shape is ours.
  const [signedPurpose, subject, exp]: [string, string, number] = JSON.parse(
    Buffer.from(body, 'base64url').toString('utf8'),
  )
  return signedPurpose === purpose && now < exp ? { purpose, subject, exp } : undefined
}
