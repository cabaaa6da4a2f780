-- owner: case
-- The key of the new column is not validated: every row has NULL there, and the owner cannot read past the tenant wall.
-- A department places a task on a community only by an admission of the gate, and reads its own tasks whoever has them.

ALTER TABLE grid_case
  ADD COLUMN admission_id uuid,
  ADD FOREIGN KEY (tenant, admission_id) REFERENCES gate_request (tenant, id) NOT VALID;
CREATE INDEX grid_case_admission ON grid_case (tenant, admission_id, community_code) WHERE admission_id IS NOT NULL;
CREATE INDEX grid_case_initiator ON grid_case (tenant, initiator_unit_id, due_at, id) WHERE admission_id IS NOT NULL;
COMMENT ON COLUMN grid_case.admission_id IS 'The gate request by which a department placed it on a community; empty for any other matter.';
