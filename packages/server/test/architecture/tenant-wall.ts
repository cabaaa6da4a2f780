import { type Kysely, sql } from 'kysely'

/** Tables of ours in `public`: not an extension's. `isPart`: a partition, whose keys are its parent's. */
const ourTables = sql`
  select c.oid, c.relname as name, c.relispartition as is_part, c.relrowsecurity and c.relforcerowsecurity as walled,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)
      as has_tenant
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

const faultsIn = async <T>(db: Kysely<T>, query: ReturnType<typeof sql<{ fault: string }>>) =>
  (await query.execute(db)).rows.map((row) => row.fault)

/** Tables without a tenant that nobody gave a reason for; and reasons for tables that are not there. */
export async function tablesOutsideTenants<T>(
  db: Kysely<T>,
  reasons: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from (${ourTables}) t where not has_tenant and not is_part order by name`.execute(db)
  const found = rows.map((row) => row.name)
  return [
    ...found.filter((name) => !(name in reasons)).map((name) => `${name} has no tenant`),
    ...Object.keys(reasons)
      .filter((name) => !found.includes(name))
      .map((name) => `${name} needs no exception`),
  ]
}

/**
 * Every tenant table, partitions too, has row-level security that is forced on its owner, and exactly one policy that
 * lets rows through: the row's tenant is the session's, for reading and for writing. Restrictive ones can only take away.
 */
export const openWalls = <T>(db: Kysely<T>): Promise<readonly string[]> =>
  faultsIn(
    db,
    sql<{ fault: string }>`
      with ours as materialized (${ourTables}), policy as (
        select polrelid, count(*) filter (where polpermissive) as policies,
          bool_and(not polpermissive or polcmd = '*' and polroles = '{0}'
            and pg_get_expr(polqual, polrelid) = '(tenant = (current_setting(''app.tenant''::text))::integer)'
            and pg_get_expr(polwithcheck, polrelid) = '(tenant = (current_setting(''app.tenant''::text))::integer)'
          ) as exact
        from pg_policy group by polrelid)
      select name || case when not walled then ' does not force row-level security'
                     else ' has another policy than its tenant''s' end as fault
      from ours left join policy on polrelid = oid
      where has_tenant and not (walled and coalesce(policies = 1 and exact, false))
      order by name`,
  )

/** Every key and index of a tenant table begins with the tenant, and every table has a primary key. */
export const keysWithoutTenant = <T>(db: Kysely<T>): Promise<readonly string[]> =>
  faultsIn(
    db,
    sql<{ fault: string }>`
      with ours as materialized (${ourTables}), tenant_table as materialized (select * from ours where has_tenant and not is_part)
      select t.name || ': index ' || i.indexrelid::regclass || ' does not begin with the tenant' as fault
      from tenant_table t join pg_index i on i.indrelid = t.oid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where a.attname is distinct from 'tenant'
      union all
      select t.name || ': foreign key ' || k.conname || ' leads across tenants'
      from tenant_table t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join ours target on target.oid = k.confrelid and target.has_tenant
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = target.oid and b.attnum = k.confkey[1]
      where (a.attname, b.attname) is distinct from ('tenant', 'tenant')
      union all
      select name || ' has no primary key' from ours
      where not is_part and not exists (select from pg_index i where i.indrelid = oid and i.indisprimary)
      union all
      select t.name || '.tenant is not a required int' from tenant_table t
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant'
      where a.atttypid <> 'int4'::regtype or not a.attnotnull
      order by fault`,
  )

/** Append-only tables are closed to change for the application's role, not only by their trigger. */
export const changeableHistory = <T>(db: Kysely<T>): Promise<readonly string[]> =>
  faultsIn(
    db,
    sql<{ fault: string }>`
      select name || ' is append-only, but lianxin_app may ' || lower(privilege) || ' it' as fault
      from (${ourTables}) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as privilege
      where exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname like 'append_only%')
        and has_table_privilege('lianxin_app', t.oid, privilege)
      order by fault`,
  )

/** What the login role could do on its own: it must be nothing. */
export const powersOfLogin = <T>(db: Kysely<T>): Promise<readonly string[]> =>
  faultsIn(
    db,
    sql<{ fault: string }>`
      select 'lianxin_login may ' || lower(privilege) || ' ' || name as fault
      from (${ourTables}) t, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as privilege
      where exists (
        select from aclexplode((select relacl from pg_class where oid = t.oid)) g
        where g.privilege_type = privilege and g.grantee in (0, 'lianxin_login'::regrole))
      union all
      select rolname || ' is more than a role without power' from pg_roles
      where rolname in ('lianxin_login', 'lianxin_app', 'lianxin_auth', 'lianxin_owner')
        and (rolsuper or rolbypassrls or rolinherit or rolcreaterole or rolcreatedb)
      union all
      select 'lianxin_login belongs to lianxin_owner' from pg_auth_members
      where member = 'lianxin_login'::regrole and roleid = 'lianxin_owner'::regrole
      union all
      select name || ' belongs to ' || relowner::regrole from (${ourTables}) t join pg_class using (oid)
      where relowner in ('lianxin_login'::regrole, 'lianxin_app'::regrole, 'lianxin_auth'::regrole)
      order by fault`,
  )
