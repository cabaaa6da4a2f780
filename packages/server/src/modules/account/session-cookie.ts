import { createHmac, timingSafeEqual } from 'node:crypto'

const PAIR = /(?:^|;\s*)(?:__Secure-)?lianxin\.session_token=([^;]+)/

/**
 * The token in a session cookie, if the cookie carries our signature: `token.signature`, URL-encoded, the signature
 * being HMAC-SHA-256 over the token in base64, as the sign-in library writes it.
 */
export function tokenOf(cookie: string, secret: string): string | undefined {
  const [, encoded] = PAIR.exec(cookie) ?? []
  const value = encoded === undefined ? undefined : decoded(encoded)
  const dot = value?.lastIndexOf('.') ?? -1
  if (value === undefined || dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
