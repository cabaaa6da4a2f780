-- owner: case
-- Matters that only their parties and a few named accounts read, and a wall in the database that holds it.
-- Keys and the wall's column are empty in every row that there is: nothing was confidential before.

ALTER TABLE grid_case
  ADD COLUMN circle uuid[],
  ADD COLUMN named_id uuid;
COMMENT ON COLUMN grid_case.circle IS 'The accounts that alone read a confidential matter, beside its parties; empty array: its parties alone. Null: reach decides.';
COMMENT ON COLUMN grid_case.named_id IS 'The account that is named for it: the mediator.';

-- Several people may be parties to one matter, each with a way in of their own.
ALTER TABLE case_requester DROP CONSTRAINT case_requester_pkey;
ALTER TABLE case_requester ADD PRIMARY KEY (tenant, case_id, id);

ALTER TABLE case_flag ADD COLUMN party_id uuid;
COMMENT ON COLUMN case_flag.party_id IS 'Which party noted it, where each party notes its own.';

-- As whom a session reads is said by app.reader: an account, the matter that a requester follows, or the system.
-- The owner is not asked: backups are whole.
CREATE FUNCTION reads_circle(case_id uuid, circle uuid[]) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(current_setting('app.reader', true), '') IN ('system', case_id::text)
    OR coalesce(current_setting('app.reader', true), '') = ANY (circle::text[])
$$;
COMMENT ON FUNCTION reads_circle IS 'Whether this session may read a confidential matter: its own one, as one of its circle, or as the system.';
GRANT EXECUTE ON FUNCTION reads_circle TO lianxin_app;

CREATE POLICY circle_read ON grid_case AS RESTRICTIVE FOR SELECT TO lianxin_app
  USING (circle IS NULL OR reads_circle(id, circle));
CREATE POLICY circle_change ON grid_case AS RESTRICTIVE FOR UPDATE TO lianxin_app
  USING (circle IS NULL OR reads_circle(id, circle)) WITH CHECK (true);

-- Asks the matter itself, behind its own wall: whoever does not see it does not see what hangs on it.
CREATE FUNCTION in_circle_of(asked_tenant int, asked_case uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM grid_case WHERE tenant = asked_tenant AND id = asked_case);
END
$$;
GRANT EXECUTE ON FUNCTION in_circle_of TO lianxin_app;

CREATE FUNCTION keep_circle() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  -- One that is given comes from a backup.
  NEW.circle_id := coalesce(NEW.circle_id,
    (SELECT id FROM grid_case WHERE tenant = NEW.tenant AND id = NEW.case_id AND circle IS NOT NULL));
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_circle IS 'Marks a row that hangs on a confidential matter, so that nobody can forget to.';

CREATE FUNCTION enable_circle_wall(walled regclass) RETURNS void
  LANGUAGE plpgsql AS $wall$
DECLARE
  part regclass;
BEGIN
  EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS circle_id uuid', walled);
  FOR part IN SELECT relid FROM pg_partition_tree(walled) UNION SELECT walled LOOP
    EXECUTE format('COMMENT ON COLUMN %s.circle_id IS ''The confidential matter in whose circle alone the row is read; empty in all others.''', part);
    EXECUTE format('CREATE POLICY circle_read ON %s AS RESTRICTIVE FOR SELECT TO lianxin_app'
      ' USING (circle_id IS NULL OR in_circle_of(tenant, circle_id))', part);
    EXECUTE format('CREATE POLICY circle_change ON %s AS RESTRICTIVE FOR UPDATE TO lianxin_app'
      ' USING (circle_id IS NULL OR in_circle_of(tenant, circle_id)) WITH CHECK (true)', part);
    EXECUTE format('CREATE POLICY circle_remove ON %s AS RESTRICTIVE FOR DELETE TO lianxin_app'
      ' USING (circle_id IS NULL OR in_circle_of(tenant, circle_id))', part);
  END LOOP;
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = walled AND attname = 'case_id' AND NOT attisdropped) THEN
    EXECUTE format('CREATE TRIGGER keep_circle BEFORE INSERT OR UPDATE OF case_id ON %s'
      ' FOR EACH ROW WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION keep_circle()', walled);
  END IF;
END
$wall$;
COMMENT ON FUNCTION enable_circle_wall IS
  'Hides rows of a table that hang on a confidential matter from everybody outside its circle, in one line.';

SELECT enable_circle_wall(walled) FROM unnest(ARRAY[
  'case_detail', 'case_requester', 'case_assignment', 'clock', 'case_flag', 'case_link', 'alert',
  'content', 'event', 'file', 'follow_otp', 'message']::regclass[]) AS walled;
