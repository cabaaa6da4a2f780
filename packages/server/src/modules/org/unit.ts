import type { Role, UnitRow } from '@lianxin/contract'

/** A unit as other modules decide with it. `staffed`: somebody holds one of its posts now; `roles`: of which posts. */
export type Unit = UnitRow & { readonly staffed: boolean; readonly roles: readonly Role[] }
