-- owner: platform
-- Roles, schemas and the two functions that later migrations use to protect a table in one line.
-- The only migration that runs as the login of the migration credential; all later ones run as lianxin_owner.

CREATE EXTENSION IF NOT EXISTS postgis;

-- Roles belong to the whole server, so a second database on it finds them already there.
DO $roles$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('lianxin_owner', 'NOLOGIN'),
      ('lianxin_app', 'NOLOGIN'),
      ('lianxin_auth', 'NOLOGIN'),
      ('lianxin_login', 'LOGIN')) AS role (name, login)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
      EXECUTE format('CREATE ROLE %I %s NOINHERIT NOCREATEDB NOCREATEROLE', wanted.name, wanted.login);
    END IF;
  END LOOP;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO lianxin_login', current_database());
  EXECUTE format('GRANT CREATE ON DATABASE %I TO lianxin_owner', current_database());
END
$roles$;

GRANT lianxin_app, lianxin_auth TO lianxin_login;
GRANT lianxin_owner TO CURRENT_USER;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO lianxin_owner WITH GRANT OPTION;
GRANT USAGE ON SCHEMA public TO lianxin_app;

CREATE SCHEMA auth AUTHORIZATION lianxin_owner;
SET LOCAL ROLE lianxin_owner;
GRANT USAGE ON SCHEMA auth TO lianxin_auth;
COMMENT ON SCHEMA auth IS 'Tables of the sign-in library: accounts, sessions, second factors. Outside tenants.';

-- A function is open to everybody unless said otherwise: say otherwise.
ALTER DEFAULT PRIVILEGES FOR ROLE lianxin_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE FUNCTION enable_tenant_wall(walled regclass) RETURNS void
  LANGUAGE plpgsql AS $wall$
DECLARE
  part regclass;
BEGIN
  FOR part IN SELECT relid FROM pg_partition_tree(walled) UNION SELECT walled LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', part);
    EXECUTE format(
      'CREATE POLICY tenant_wall ON %s USING (tenant = current_setting(''app.tenant'')::int)'
      ' WITH CHECK (tenant = current_setting(''app.tenant'')::int)', part);
  END LOOP;
END
$wall$;
COMMENT ON FUNCTION enable_tenant_wall IS
  'Row-level security on column "tenant" for a table and its partitions, for its owner too. '
  'A session that has not said which tenant it works for gets an error, not rows.';

CREATE FUNCTION refuse_change() RETURNS trigger
  LANGUAGE plpgsql AS $refuse$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$refuse$;

CREATE FUNCTION enable_append_only(kept regclass) RETURNS void
  LANGUAGE plpgsql AS $append$
DECLARE
  part regclass;
BEGIN
  -- The parts of a partitioned table inherit the row trigger, but not the one for TRUNCATE.
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s'
    ' FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
  FOR part IN SELECT relid FROM pg_partition_tree(kept) UNION SELECT kept LOOP
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %s'
      ' FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
  END LOOP;
END
$append$;
COMMENT ON FUNCTION enable_append_only IS
  'Rows of the table can be added and read, never changed or removed, by its owner either.';

CREATE TABLE migration (
  number int PRIMARY KEY CHECK (number > 0),
  name text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  applied_at timestamptz NOT NULL
);
COMMENT ON TABLE migration IS 'The migrations that this database has had, each with the checksum of its file.';
GRANT SELECT ON migration TO lianxin_app;
