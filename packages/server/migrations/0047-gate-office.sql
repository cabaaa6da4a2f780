-- owner: org
-- The burden gate gets an office of its own: in the command centre its keeper saw all that the command centre has.

ALTER TABLE unit DROP CONSTRAINT unit_kind_check;
ALTER TABLE unit ADD CONSTRAINT unit_kind_check
  CHECK (kind IN ('commandCentre', 'department', 'subdistrict', 'community', 'mediationCommittee', 'gateOffice'));

-- Where there are gatekeepers already, they move into it. The wall asks for the tenant, also from its owner.
DO $move$
DECLARE
  one record;
  office uuid;
BEGIN
  FOR one IN SELECT id FROM tenant LOOP
    PERFORM set_config('app.tenant', one.id::text, true);
    CONTINUE WHEN NOT EXISTS (SELECT FROM post WHERE tenant = one.id AND role = 'gatekeeper');
    office := gen_random_uuid();
    INSERT INTO unit (tenant, id, code, name, name_en, kind, parent_id, place_code, hours, valid_from)
      SELECT tenant, office, 'gateOffice', '减负准入办公室', 'Burden Gate Office', 'gateOffice', id, place_code, 'office', valid_from
      FROM unit WHERE tenant = one.id AND kind = 'commandCentre' LIMIT 1;
    UPDATE post SET unit_id = office WHERE tenant = one.id AND role = 'gatekeeper'
      AND EXISTS (SELECT FROM unit WHERE tenant = one.id AND id = office);
  END LOOP;
  PERFORM set_config('app.tenant', '', true);
END
$move$;
