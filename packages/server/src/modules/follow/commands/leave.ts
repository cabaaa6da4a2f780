import { followRoutes } from '@lianxin/contract'
import type { StreamRoute } from '../../../kernel/module.ts'
import { endOfFollowCookie } from '../follow-cookie.ts'
import type { FollowOptions } from '../follow-door.ts'

/** Ends the follow session on this device. The token itself lives on until it expires: it is in no list. */
export const leave = ({ secureCookies }: FollowOptions): StreamRoute => ({
  route: followRoutes.leave,
  async handle({ reply }) {
    reply.header('set-cookie', endOfFollowCookie(secureCookies))
    return { ok: true }
  },
})
