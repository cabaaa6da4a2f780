-- owner: case
-- What follows a clock can have to wait for matters that hang on its own: it is tried again once one of them has ended.

ALTER TABLE clock ADD COLUMN again_at timestamptz;
COMMENT ON COLUMN clock.again_at IS 'When a matter ended that hangs on that of this clock: if its time is over, what follows it is tried again.';
CREATE INDEX clock_again ON clock (tenant, again_at) WHERE stopped_at IS NULL AND again_at IS NOT NULL;

ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check
  CHECK (kind IN ('overdue', 'rung', 'ownerMissing', 'unitMissing', 'supervisorMissing', 'postVacant', 'heldUp'));

DROP FUNCTION clocks_waiting(timestamptz);
SELECT watch_tenants('clocks_waiting', $$
  EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.fired_at IS NULL AND k.due_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))
  OR EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.rung_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))
  OR EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.again_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))$$);
