import type { UnitRow } from '@lianxin/contract'

/** A unit as other modules decide with it. `staffed`: somebody holds one of its posts now. */
export type Unit = UnitRow & { readonly staffed: boolean }
