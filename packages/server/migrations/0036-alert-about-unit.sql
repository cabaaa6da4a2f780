-- owner: case
-- The key of the new column is not validated: every row has NULL there, and the owner cannot read past the tenant wall.
-- An alert names the unit that it is about, and one that was called and has nobody on duty is told at once.

ALTER TABLE alert
  ADD COLUMN about_unit_id uuid,
  ADD FOREIGN KEY (tenant, about_unit_id) REFERENCES unit (tenant, id) NOT VALID;
ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
ALTER TABLE alert ADD CONSTRAINT alert_kind_check
  CHECK (kind IN ('overdue', 'ownerMissing', 'unitMissing', 'supervisorMissing'));
COMMENT ON COLUMN alert.about_unit_id IS 'The unit that is late, or that has nobody on duty; empty where the matter has no owner, and in rows from before.';
