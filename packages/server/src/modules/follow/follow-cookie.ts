import { HOUR_MS } from '@lianxin/contract'

/** Signs and reads short sessions: the platform's tokens, handed in by app.ts with a key of their own. */
export interface FollowTokens {
  sign(claims: { readonly purpose: string; readonly subject: string; readonly exp: number }): string
  read(token: string, purpose: string, now: number): { readonly subject: string } | undefined
}

/** The matter that somebody follows on this device, and as which requester. Ids only: tokens are not encrypted. */
export type Following = { readonly tenant: number; readonly caseId: string; readonly requesterId: string }

const NAME = 'lianxin_follow'
const PURPOSE = 'follow'
/** Long enough for a day of waiting, short enough for a phone that is lent out. */
const LASTS_MS = 12 * HOUR_MS
const SUBJECT = /^(\d{1,10})\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/

const header = (value: string, seconds: number, secure: boolean) =>
  `${NAME}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The `Set-Cookie` of a follow session, and when it ends. Scripts cannot read it; other sites cannot post with it. */
export function followCookie(
  tokens: FollowTokens,
  who: Following,
  now: number,
  secure: boolean,
): { header: string; until: number } {
  const until = now + LASTS_MS
  const token = tokens.sign({
    purpose: PURPOSE,
    subject: `${who.tenant}.${who.caseId}.${who.requesterId}`,
    exp: until,
  })
  return { header: header(token, LASTS_MS / 1000, secure), until }
}

export const endOfFollowCookie = (secure: boolean): string => header('', 0, secure)

/** Whom the `Cookie` header of a request proves to be following; null when nobody, or no longer. */
export function readFollowCookie(
  cookies: string | undefined,
  tokens: FollowTokens,
  now: number,
): Following | null {
  for (const part of (cookies ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    const claims = name === NAME && value ? tokens.read(value, PURPOSE, now) : undefined
    const [, tenant, caseId, requesterId] = SUBJECT.exec(claims?.subject ?? '') ?? []
    if (tenant && caseId && requesterId) return { tenant: Number(tenant), caseId, requesterId }
  }
  return null
}
