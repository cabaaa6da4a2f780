import type { Kind } from './kind.ts'
import { request3 } from './request-3.ts'
import { withSecondLook } from './withdrawal.ts'

/** 诉求, version 4: a unit withdraws only with a second person's consent, and co-handlers can come in later. */
export const request4: Kind = { ...request3, version: 4, ...withSecondLook(request3) }
