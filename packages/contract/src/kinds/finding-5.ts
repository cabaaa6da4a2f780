import { finding4 } from './finding-4.ts'
import { withFirstReceiver } from './first-receiver.ts'
import type { Kind } from './kind.ts'

/** 发现, version 5: whoever was sent it first stays answerable until another unit signs, also where it was right to object. */
export const finding5: Kind = { ...finding4, version: 5, ...withFirstReceiver(finding4) }
