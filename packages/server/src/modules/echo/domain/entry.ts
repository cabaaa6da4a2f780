import type { EchoStep } from '@lianxin/contract'

/** The row of a public answer. */
export type Entry = {
  readonly id: string
  readonly caseId: string
  readonly version: number
  readonly state: 'published' | 'down'
  readonly raisedId: string
  readonly answerId: string
  readonly communityCode: string
  readonly compoundId: string | null
  readonly itemCode: string | null
  readonly itemVersion: number | null
  readonly unitId: string | null
  readonly raisedAt: number
  readonly answeredAt: number
  readonly solved: boolean | null
  readonly satisfaction: number | null
  readonly publishedAt: number
  readonly correctedAt: number | null
  readonly reason: EchoStep['reason']
}

export const STREAM = 'echo'
