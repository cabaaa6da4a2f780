import type { Module } from '../../kernel/module.ts'
import { askOtp } from './commands/ask-otp.ts'
import { followByCode } from './commands/follow-by-code.ts'
import { followByOtp } from './commands/follow-by-otp.ts'
import { leave } from './commands/leave.ts'
import type { FollowOptions } from './follow-door.ts'
import { forgetJob } from './jobs.ts'

export { OTP_VALID_MS } from './domain.ts'
export { type Following, type FollowTokens, readFollowCookie } from './follow-cookie.ts'

/** Following a matter without an account: by the receipt's code, or by number, phone and one-time code. */
export const follow = (options: FollowOptions): Module => ({
  name: 'follow',
  streams: [followByCode(options), askOtp, followByOtp(options), leave(options)],
  jobs: [forgetJob],
})
