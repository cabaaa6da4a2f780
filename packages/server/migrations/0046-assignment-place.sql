-- owner: case
-- Where the matter of an assignment lies, which never changes: a community's list with closed matters looks for those that its
-- unit handled elsewhere, and had to read every matter that the unit ever handled to find that there are none.

ALTER TABLE case_assignment ADD COLUMN place_code text COLLATE "C";
COMMENT ON COLUMN case_assignment.place_code IS 'The place of the matter, as in grid_case.';

DO $fill$
DECLARE here int;
BEGIN
  FOR here IN SELECT id FROM tenant LOOP
    PERFORM set_config('app.tenant', here::text, true);
    UPDATE case_assignment a SET place_code = c.place_code
      FROM grid_case c WHERE a.tenant = here AND c.tenant = here AND c.id = a.case_id;
  END LOOP;
END
$fill$;
ALTER TABLE case_assignment ALTER COLUMN place_code SET NOT NULL;

CREATE FUNCTION keep_place() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  NEW.place_code := (SELECT place_code FROM grid_case WHERE tenant = NEW.tenant AND id = NEW.case_id);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_place IS 'For rows that do not say it: those of a backup from before the column.';
CREATE TRIGGER keep_place BEFORE INSERT ON case_assignment
  FOR EACH ROW WHEN (NEW.place_code IS NULL) EXECUTE FUNCTION keep_place();

DROP INDEX case_assignment_of_unit;
CREATE INDEX case_assignment_of_unit ON case_assignment (tenant, unit_id, place_code, case_id) WHERE state <> 'returned';
