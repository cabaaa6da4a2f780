import { createHmac } from 'node:crypto'

export const sessionTokenOf = (serial: number): string => `soak-${serial}`

/** The cookie of a listener's session, signed as the sign-in library signs it. */
export function sessionCookieOf(serial: number, secret: string): string {
  const token = sessionTokenOf(serial)
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `lianxin.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
