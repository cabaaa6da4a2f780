import type { ClockKind } from '@lianxin/contract'

/** An item at a version. `limit` counts in `clockKind`s. `leadUnit`: a department's code, or `community` or `subdistrict` for the place's own. */
export type Item = {
  readonly code: string
  readonly version: number
  readonly name: string
  readonly nameEn: string
  readonly major: string
  readonly majorName: string
  readonly majorNameEn: string
  readonly keywords: readonly string[]
  readonly level: number
  readonly leadUnit: string
  readonly clockKind: ClockKind
  readonly limit: number
  readonly source: string
}
