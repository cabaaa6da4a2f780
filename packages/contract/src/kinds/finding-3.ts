import { finding2 } from './finding-2.ts'
import type { Kind } from './kind.ts'
import { withSecondLook } from './withdrawal.ts'

/** 发现, version 3: a unit withdraws only with a second person's consent, and co-handlers can come in later. */
export const finding3: Kind = { ...finding2, version: 3, ...withSecondLook(finding2) }
