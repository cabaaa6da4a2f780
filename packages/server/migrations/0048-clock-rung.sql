-- owner: case
-- The rungs of the escalation ladder other than the end of a limit: each clock carries the next one.

ALTER TABLE clock
  ADD COLUMN rung_reached int CHECK (rung_reached >= 0),
  ADD COLUMN rung_at timestamptz,
  ADD COLUMN rung_provisional boolean,
  ADD COLUMN rung_whole_hours double precision;
COMMENT ON COLUMN clock.rung_reached IS 'The last rung of the ladder that was reached, in per cent of the limit; empty where no ladder leads up.';
COMMENT ON COLUMN clock.rung_at IS 'When the next rung is; empty where none is left.';
COMMENT ON COLUMN clock.rung_whole_hours IS 'The whole limit in the hours that count for it.';
CREATE INDEX clock_rung_due ON clock (tenant, rung_at) WHERE stopped_at IS NULL AND rung_at IS NOT NULL;

ALTER TABLE alert ADD COLUMN percent int;
COMMENT ON COLUMN alert.percent IS 'The share of the limit that was used up, where a clock is what tells.';
ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check
  CHECK (kind IN ('overdue', 'rung', 'ownerMissing', 'unitMissing', 'supervisorMissing'));

DROP FUNCTION clocks_waiting(timestamptz);
SELECT watch_tenants('clocks_waiting', $$
  EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.fired_at IS NULL AND k.due_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))
  OR EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.rung_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))$$);
