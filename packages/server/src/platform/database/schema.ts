/** The tables as the migrations leave them; written by `npm run db:types`. */
export type { DB } from '../../generated/db.ts'
