-- owner: case
-- Open matters that the former holder of a post worked on. The unit has them as before; this says whose hands they are in now.

CREATE TABLE case_handover (
  tenant int NOT NULL,
  change_id uuid NOT NULL,
  case_id uuid NOT NULL,
  post_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  vacant boolean NOT NULL,
  handed_at timestamptz NOT NULL,
  told_at timestamptz,
  taken_at timestamptz,
  taken_account uuid,
  retry_at timestamptz,
  PRIMARY KEY (tenant, change_id, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, post_id) REFERENCES post (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  CHECK ((taken_at IS NULL) OR (told_at IS NOT NULL))
);
COMMENT ON TABLE case_handover IS
  'A matter handed over because a post has another holder or none: told in its timeline, and open until somebody took it over.';
COMMENT ON COLUMN case_handover.change_id IS 'The event that changed the holder.';
COMMENT ON COLUMN case_handover.vacant IS 'Nobody holds the post: the whole unit is asked.';
COMMENT ON COLUMN case_handover.taken_at IS 'When it was taken over, or a later change took its place.';
CREATE INDEX case_handover_untold ON case_handover (tenant, handed_at) WHERE told_at IS NULL;
CREATE INDEX case_handover_open ON case_handover (tenant, unit_id, post_id) WHERE taken_at IS NULL;
SELECT enable_tenant_wall('case_handover');
GRANT SELECT, INSERT, UPDATE ON case_handover TO lianxin_app;

SELECT watch_tenants('handovers_waiting', $$
  EXISTS (SELECT FROM case_handover o WHERE o.tenant = here AND o.told_at IS NULL AND (o.retry_at IS NULL OR o.retry_at <= at))$$);

ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check
  CHECK (kind IN ('overdue', 'rung', 'ownerMissing', 'unitMissing', 'supervisorMissing', 'postVacant'));
