import { withFirstReceiver } from './first-receiver.ts'
import type { Kind } from './kind.ts'
import { request5 } from './request-5.ts'

/** 诉求, version 6: whoever was sent it first stays answerable until another unit signs, also where it was right to object. */
export const request6: Kind = { ...request5, version: 6, ...withFirstReceiver(request5) }
