-- owner: org
-- A post can change hands on a date to come, and somebody can act in it for a while. Rights follow the rows of the holdings
-- alone; this says what has to be told when its moment comes, so that it survives a restart.

CREATE TABLE post_change (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('holder', 'actingBegins', 'actingEnds')),
  happens_at timestamptz NOT NULL,
  ended_holding_id uuid,
  begun_holding_id uuid,
  told_at timestamptz,
  cancelled_at timestamptz,
  retry_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, post_id) REFERENCES post (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  CHECK (told_at IS NULL OR cancelled_at IS NULL)
);
COMMENT ON TABLE post_change IS
  'A change of who works in a post that was decided beforehand: told to its matters at its moment, unless it was cancelled.';
COMMENT ON COLUMN post_change.begun_holding_id IS 'Who holds or acts from then on; empty where the post falls vacant or an acting holder ends.';
CREATE INDEX post_change_waiting ON post_change (tenant, happens_at) WHERE told_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX post_change_of_post ON post_change (tenant, post_id);
SELECT enable_tenant_wall('post_change');
GRANT SELECT, INSERT, UPDATE ON post_change TO lianxin_app;

SELECT watch_tenants('post_changes_waiting', $$
  EXISTS (SELECT FROM post_change o WHERE o.tenant = here AND o.told_at IS NULL AND o.cancelled_at IS NULL AND o.happens_at <= at
    AND (o.retry_at IS NULL OR o.retry_at <= at))$$);

-- A holding that was cancelled before it began is an empty interval: it is in force at no moment.
ALTER TABLE post_holding DROP CONSTRAINT post_holding_check;
ALTER TABLE post_holding ADD CONSTRAINT post_holding_interval CHECK (valid_to >= valid_from);
