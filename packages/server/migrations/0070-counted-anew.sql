-- owner: kernel
-- A change of what is counted is noticed by the server itself: what was counted by an older rule is counted anew from the events.

ALTER TABLE subscriber_position
  ADD COLUMN basis int NOT NULL DEFAULT 0,
  ADD COLUMN recount_to bigint;
COMMENT ON COLUMN subscriber_position.basis IS 'By which rule its rows were counted; less than the running version knows: they are forgotten and counted anew.';
COMMENT ON COLUMN subscriber_position.recount_to IS 'Until this event is dealt with, what it counts is being counted anew; empty where it never was.';

DROP FUNCTION tenants_behind(text[]);
CREATE FUNCTION tenants_behind(subscribers text[], bases int[]) RETURNS SETOF int LANGUAGE plpgsql AS $behind$
DECLARE here int;
BEGIN
  FOR here IN SELECT id FROM tenant WHERE valid_to IS NULL ORDER BY id LOOP
    PERFORM set_config('app.tenant', here::text, true);
    IF EXISTS (
      SELECT FROM tenant_head h CROSS JOIN unnest(subscribers, bases) AS wanted (name, basis)
      LEFT JOIN subscriber_position p ON p.tenant = here AND p.name = wanted.name
      WHERE h.tenant = here AND (h.seq > coalesce(p.seq, 0) OR p.basis < wanted.basis))
    THEN RETURN NEXT here; END IF;
  END LOOP;
END
$behind$;
COMMENT ON FUNCTION tenants_behind IS 'The tenants in which one of these subscribers has not yet dealt with every event, or counted by an older rule than its basis.';
GRANT EXECUTE ON FUNCTION tenants_behind TO lianxin_app;
