-- owner: gate
-- What the gatekeeper has not decided in time goes on waiting, and is told once: this says when.

ALTER TABLE gate_request ADD COLUMN overdue_at timestamptz;
COMMENT ON COLUMN gate_request.overdue_at IS 'When it was told that the gatekeeper has not decided in time; empty before that, and after any step.';

DROP FUNCTION gate_requests_waiting(timestamptz);
SELECT watch_tenants('gate_requests_waiting', $$
  EXISTS (SELECT FROM gate_request g WHERE g.tenant = here AND g.state = 'asking' AND g.due_at <= at)
  OR EXISTS (SELECT FROM gate_request g WHERE g.tenant = here AND g.state = 'submitted' AND g.overdue_at IS NULL AND g.due_at <= at)
  OR EXISTS (SELECT FROM gate_request g WHERE g.tenant = here AND g.state = 'inForce' AND g.until_at <= at)$$);
