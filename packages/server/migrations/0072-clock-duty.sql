-- owner: case
-- Whether anybody of a called unit may answer changes when its offices open or close: the clock that runs on meanwhile carries
-- that moment, and it is looked again.

ALTER TABLE clock ADD COLUMN duty_at timestamptz;
COMMENT ON COLUMN clock.duty_at IS 'When the offices of the unit that it runs for next open or close, where that changes who may answer; empty where it does not.';
CREATE INDEX clock_duty_due ON clock (tenant, duty_at) WHERE stopped_at IS NULL AND duty_at IS NOT NULL;

DROP FUNCTION clocks_waiting(timestamptz);
SELECT watch_tenants('clocks_waiting', $$
  EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.fired_at IS NULL AND k.due_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))
  OR EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.rung_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))
  OR EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.again_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))
  OR EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.duty_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))$$);

-- Open matters of before are looked at once, which finds their moment: those that are counted around the clock.
DO $fill$
DECLARE here int;
BEGIN
  FOR here IN SELECT id FROM tenant LOOP
    PERFORM set_config('app.tenant', here::text, true);
    UPDATE clock k SET duty_at = k.started_at
      FROM grid_case c LEFT JOIN item i ON i.tenant = c.tenant AND i.code = c.item_code AND i.version = c.item_version
      WHERE k.tenant = here AND c.tenant = here AND c.id = k.case_id AND c.open
        AND k.stopped_at IS NULL AND k.assignment_id IS NOT NULL
        AND (c.kind = 'whistle' OR i.clock_kind = 'urgentHour');
  END LOOP;
END
$fill$;
