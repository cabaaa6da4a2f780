-- owner: whistle
-- An advice that cannot be told of must not hold up those behind it, nor have every tenant asked each minute.

ALTER TABLE stationed_advice ADD COLUMN retry_at timestamptz;
COMMENT ON COLUMN stationed_advice.retry_at IS 'Telling that nobody answered in time failed: not tried again before.';
DROP INDEX stationed_advice_unanswered;
CREATE INDEX stationed_advice_untold ON stationed_advice (tenant, due_at) WHERE answered_at IS NULL AND overdue_at IS NULL;

SELECT watch_tenants('advice_waiting', $$
  EXISTS (SELECT FROM stationed_advice v WHERE v.tenant = here AND v.answered_at IS NULL AND v.overdue_at IS NULL AND v.due_at < at
    AND (v.retry_at IS NULL OR v.retry_at <= at))$$);
