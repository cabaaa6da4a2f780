-- owner: case
-- Nothing waited for the end of another matter before it could: the subscriber that wakes what waits need not read the history.

DO $begin$
DECLARE here int;
BEGIN
  FOR here IN SELECT id FROM tenant LOOP
    PERFORM set_config('app.tenant', here::text, true);
    INSERT INTO subscriber_position (tenant, name, seq, updated_at)
      SELECT here, 'case.waits', h.seq, 'epoch' FROM tenant_head h WHERE h.tenant = here
      ON CONFLICT (tenant, name) DO NOTHING;
  END LOOP;
END
$begin$;
