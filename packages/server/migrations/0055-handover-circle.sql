-- owner: case
-- What was handed over hangs on a matter, so it is behind the wall of confidential ones like all that does.

SELECT enable_circle_wall('case_handover');
DO $fill$
DECLARE here int;
BEGIN
  FOR here IN SELECT id FROM tenant LOOP
    PERFORM set_config('app.tenant', here::text, true);
    -- The trigger marks what hangs on a confidential matter.
    UPDATE case_handover SET case_id = case_id WHERE tenant = here;
  END LOOP;
END
$fill$;
