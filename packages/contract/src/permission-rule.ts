/** What a post does. Rights come from posts (person × unit × role × place × validity), never from accounts. */
export const ROLES = [
  'anyone',
  'requester',
  'gridWorker',
  'communityWorker',
  'communitySecretary',
  'subdistrictDispatcher',
  'dispatcher',
  'dutyOfficer',
  'handler',
  'departmentLead',
  'verifier',
  'ruleKeeper',
  'systemAdmin',
  'securityAdmin',
  'auditor',
  'dataProtection',
  'gatekeeper',
  'mediator',
] as const
export type Role = (typeof ROLES)[number]

/**
 * How far a permission reaches over rows.
 * own: the actor's own matter (a requester's case) · unit: rows that the actor's unit owns or is assigned ·
 * subtree: rows whose place lies within the post's place · everyone: no limit within the tenant.
 * A row with a circle is out of every reach but `own` for all who are not in it.
 */
export type Reach = 'own' | 'unit' | 'subtree' | 'everyone'

export type PermissionRule = {
  readonly zh: string
  readonly en: string
  /** Absent role = refused. */
  readonly roles: Partial<Readonly<Record<Role, readonly Reach[]>>>
}

/** Everybody who works on matters, as far as they see. */
export const staff = {
  gridWorker: ['subtree', 'unit'],
  communityWorker: ['subtree', 'unit'],
  communitySecretary: ['subtree', 'unit'],
  subdistrictDispatcher: ['subtree', 'unit'],
  dispatcher: ['subtree'],
  dutyOfficer: ['subtree'],
  handler: ['unit'],
  departmentLead: ['unit'],
  verifier: ['subtree'],
  // What their committee is asked; of a mediation those alone that name them.
  mediator: ['unit'],
} as const satisfies PermissionRule['roles']

/** Every post, without a limit of place. */
export const everyStaff = Object.fromEntries(
  ROLES.filter((role) => role !== 'anyone' && role !== 'requester').map((role) => [role, ['everyone']]),
) as PermissionRule['roles']

/** Also who is not signed in. */
export const anyone = { anyone: ['everyone'] } as const satisfies PermissionRule['roles']
