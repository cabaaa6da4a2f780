export type * from '../platform/database/generated/db.ts'
