-- owner: rating
-- Being late belongs to the unit whose handling deadline ran out, in the round in which it did.

CREATE TABLE rating_late (
  tenant int NOT NULL REFERENCES tenant (id),
  case_id uuid NOT NULL,
  round int NOT NULL CHECK (round >= 0),
  unit_id uuid NOT NULL,
  led boolean NOT NULL,
  late_from timestamptz NOT NULL,
  late_until timestamptz,
  PRIMARY KEY (tenant, case_id, round, unit_id, led)
);
COMMENT ON TABLE rating_late IS
  'One row for each unit whose handling deadline was not kept in a round, or still runs. A unit that gave the matter back keeps its row. No person.';
COMMENT ON COLUMN rating_late.led IS 'Whether it was answerable for the whole; a co-handler is late for itself alone.';
COMMENT ON COLUMN rating_late.late_from IS 'Its earliest deadline that was not kept, or will not be if nothing happens; it may lie ahead.';
COMMENT ON COLUMN rating_late.late_until IS 'When it was rid of it: it reported the result, or another unit signed. Null: it still runs.';
CREATE INDEX rating_late_from ON rating_late (tenant, late_from);
SELECT enable_tenant_wall('rating_late');
GRANT SELECT, INSERT, UPDATE, DELETE ON rating_late TO lianxin_app;

DROP INDEX rating_round_late;
DROP INDEX rating_round_late_from;
COMMENT ON COLUMN rating_round.late_from IS 'The earliest deadline of this round that a unit answerable for the whole did not keep; it may lie ahead.';

-- Several units may be late with one matter, each for itself.
ALTER TABLE negative_entry
  DROP CONSTRAINT negative_entry_pkey,
  ADD PRIMARY KEY (tenant, matter_id, cause, unit_id);
COMMENT ON TABLE negative_entry IS
  'One row for each matter, cause and unit, told once or often. It names the unit that was answerable, for lateness the one whose deadline ran out, and never a person.';
