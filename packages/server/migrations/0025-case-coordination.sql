-- owner: case
-- Keys of new columns are not validated: every row has NULL there, and the owner cannot read past the tenant wall.
-- What several units need to handle a matter together: questions to decide, choices, counts, rungs, more states of an assignment.

ALTER TABLE grid_case
  ADD COLUMN choices jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN counts jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN climbed int NOT NULL DEFAULT 0 CHECK (climbed BETWEEN 0 AND 3),
  ADD COLUMN rung text COLLATE "C" NOT NULL DEFAULT 'community' CHECK (rung IN ('grid', 'community', 'subdistrict', 'district')),
  ADD COLUMN initiator_unit_id uuid,
  ADD COLUMN merged_into_id uuid,
  ADD FOREIGN KEY (tenant, initiator_unit_id) REFERENCES unit (tenant, id) NOT VALID,
  ADD FOREIGN KEY (tenant, merged_into_id) REFERENCES grid_case (tenant, id) NOT VALID,
  ADD CHECK (merged_into_id IS DISTINCT FROM id);
COMMENT ON COLUMN grid_case.choices IS 'What was chosen from the closed lists of its kind: a cause, a route, an outcome.';
COMMENT ON COLUMN grid_case.counts IS 'How often things happened that are counted and never punished: urged, supervised.';
COMMENT ON COLUMN grid_case.climbed IS 'How many rungs it climbed: community, subdistrict, district.';
COMMENT ON COLUMN grid_case.rung IS 'The rung of whoever has it, or had it last: where matters end is counted by it.';
COMMENT ON COLUMN grid_case.initiator_unit_id IS 'The unit of the post that reported it; empty where somebody raised it.';
COMMENT ON COLUMN grid_case.merged_into_id IS 'The matter that it was joined with: whoever follows this one is told about that one.';
CREATE INDEX case_merged_into ON grid_case (tenant, merged_into_id) WHERE merged_into_id IS NOT NULL;

ALTER TABLE clock ADD COLUMN left_units double precision;
COMMENT ON COLUMN clock.left_units IS 'What was left when it was put on hold, in its own units; negative when it was overdue.';

ALTER TABLE case_assignment DROP CONSTRAINT case_assignment_state_check;
ALTER TABLE case_assignment ADD CONSTRAINT case_assignment_state_check
  CHECK (state IN ('sent', 'signed', 'arrived', 'refused', 'yielded', 'done', 'returned'));
DROP INDEX case_assignment_open_of_unit;
CREATE INDEX case_assignment_busy_of_unit ON case_assignment (tenant, unit_id, case_id)
  WHERE state IN ('sent', 'signed', 'arrived', 'refused');

CREATE TABLE case_flag (
  tenant int NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  flag text COLLATE "C" NOT NULL CHECK (flag ~ '^[a-z][A-Za-z]+$'),
  unit_id uuid,
  account_id uuid,
  raised_at timestamptz NOT NULL,
  until timestamptz,
  owner_unit_id uuid,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, owner_unit_id) REFERENCES unit (tenant, id)
);
COMMENT ON TABLE case_flag IS 'What is noted of a matter now, or what somebody is asked to decide about it. What was lowered is in the events.';
COMMENT ON COLUMN case_flag.until IS 'The date that was asked for.';
COMMENT ON COLUMN case_flag.owner_unit_id IS 'The unit that is asked to decide; empty where it is a mere fact.';
CREATE INDEX case_flag_of_case ON case_flag (tenant, case_id);
CREATE INDEX case_flag_to_decide ON case_flag (tenant, owner_unit_id, case_id) WHERE owner_unit_id IS NOT NULL;
SELECT enable_tenant_wall('case_flag');
GRANT SELECT, INSERT, UPDATE, DELETE ON case_flag TO lianxin_app;
