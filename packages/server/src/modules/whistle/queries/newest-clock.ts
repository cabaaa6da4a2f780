import { type RawBuilder, sql } from 'kysely'

/** The clock of this name that the assignment `a` started last: an overruled refusal starts both again. */
export const newestClock = (name: 'acknowledge' | 'arrive'): RawBuilder<unknown> => sql`(
  select started_at, due_at, stopped_at from clock
  where tenant = a.tenant and case_id = a.case_id and assignment_id = a.id and clock = ${name}
  order by started_at desc, id desc limit 1)`
