-- owner: kernel
-- Asks in one statement for which tenants there is something to do, where one transaction for each of them would ask a hundred times.

CREATE FUNCTION watch_tenants(name text, condition text) RETURNS void
  LANGUAGE plpgsql AS $make$
BEGIN
  EXECUTE format($body$
    CREATE FUNCTION %I(at timestamptz) RETURNS SETOF int LANGUAGE plpgsql AS $watch$
    DECLARE here int;
    BEGIN
      FOR here IN SELECT id FROM tenant WHERE valid_to IS NULL ORDER BY id LOOP
        PERFORM set_config('app.tenant', here::text, true);
        IF (%s) THEN RETURN NEXT here; END IF;
      END LOOP;
    END $watch$ $body$, name, condition);
  EXECUTE format('GRANT EXECUTE ON FUNCTION %I(timestamptz) TO lianxin_app', name);
END
$make$;
COMMENT ON FUNCTION watch_tenants IS
  'Makes a function that returns the tenants for which a condition on "here" (the tenant) and "at" (the present) holds. '
  'It has the rights of whoever calls it and stands before each tenant''s wall in turn: it returns numbers of tenants and nothing else.';

CREATE FUNCTION tenants_behind(subscribers text[]) RETURNS SETOF int LANGUAGE plpgsql AS $behind$
DECLARE here int;
BEGIN
  FOR here IN SELECT id FROM tenant WHERE valid_to IS NULL ORDER BY id LOOP
    PERFORM set_config('app.tenant', here::text, true);
    IF EXISTS (
      SELECT FROM tenant_head h CROSS JOIN unnest(subscribers) AS wanted (name)
      LEFT JOIN subscriber_position p ON p.tenant = here AND p.name = wanted.name
      WHERE h.tenant = here AND h.seq > coalesce(p.seq, 0))
    THEN RETURN NEXT here; END IF;
  END LOOP;
END
$behind$;
COMMENT ON FUNCTION tenants_behind IS 'The tenants in which one of these subscribers has not yet dealt with every event.';
GRANT EXECUTE ON FUNCTION tenants_behind TO lianxin_app;

-- What the jobs of the modules wait for. Each is answered by an index of open things alone.
SELECT watch_tenants('clocks_waiting', $$
  EXISTS (SELECT FROM clock k WHERE k.tenant = here AND k.stopped_at IS NULL AND k.fired_at IS NULL AND k.due_at <= at
    AND (k.retry_at IS NULL OR k.retry_at <= at))$$);
SELECT watch_tenants('openings_waiting', $$
  EXISTS (SELECT FROM case_opening o WHERE o.tenant = here AND o.opened_at IS NULL AND (o.retry_at IS NULL OR o.retry_at <= at))$$);
SELECT watch_tenants('messages_waiting', $$
  EXISTS (SELECT FROM message m WHERE m.tenant = here AND m.state = 'waiting' AND m.next_try_at <= at)$$);
SELECT watch_tenants('gate_requests_waiting', $$
  EXISTS (SELECT FROM gate_request g WHERE g.tenant = here AND g.state = 'asking' AND g.due_at <= at)
  OR EXISTS (SELECT FROM gate_request g WHERE g.tenant = here AND g.state = 'inForce' AND g.until_at <= at)$$);
SELECT watch_tenants('rectifications_waiting', $$
  EXISTS (SELECT FROM negative_entry n WHERE n.tenant = here AND n.opens AND n.rectification_id IS NULL
    AND (n.retry_at IS NULL OR n.retry_at <= at))$$);
SELECT watch_tenants('untrue_answers_waiting', $$
  EXISTS (SELECT FROM echo_entry e JOIN grid_case c ON c.tenant = here AND c.id = e.case_id AND c.open
    WHERE e.tenant = here AND e.state = 'published')$$);
-- Rows that were stamped before the last sealed one and committed after it are left to a longer look.
SELECT watch_tenants('reads_waiting', $$
  EXISTS (SELECT FROM read_ledger r WHERE r.tenant = here
    AND r.at > coalesce((SELECT max(s.at) FROM ledger_sealed_row s WHERE s.tenant = here), '-infinity'))
  OR coalesce((SELECT max(s.number) FROM ledger_seal s WHERE s.tenant = here), 0)
    > coalesce((SELECT x.number FROM ledger_export x WHERE x.tenant = here), 0)$$);
