-- owner: rating
-- The negative list (负面清单): what went wrong with a matter as the district's rule said at that moment, and what was opened for it.

CREATE TABLE negative_entry (
  tenant int NOT NULL REFERENCES tenant (id),
  matter_id uuid NOT NULL,
  cause text COLLATE "C" NOT NULL CHECK (cause IN ('late', 'reopenedTwice', 'dissatisfied', 'refusedWhistle', 'falseClosing')),
  unit_id uuid NOT NULL,
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  item_code text COLLATE "C",
  noted_at timestamptz NOT NULL,
  opens boolean NOT NULL,
  rectification_id uuid,
  retry_at timestamptz,
  PRIMARY KEY (tenant, matter_id, cause),
  FOREIGN KEY (tenant, matter_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  CHECK (opens OR rectification_id IS NULL)
);
COMMENT ON TABLE negative_entry IS 'One row for each matter and cause, told once or often. It names the unit that was answerable, and never a person.';
COMMENT ON COLUMN negative_entry.opens IS 'Whether the rule opens a rectification for it; a first refusal may only be counted.';
COMMENT ON COLUMN negative_entry.rectification_id IS 'The matter that was asked for; causes of one matter and unit share it while it is open.';
CREATE INDEX negative_entry_waiting ON negative_entry (tenant, noted_at) WHERE opens AND rectification_id IS NULL;
CREATE INDEX negative_entry_of_unit ON negative_entry (tenant, unit_id, noted_at);
CREATE INDEX rating_round_late_from ON rating_round (tenant, late_from) WHERE late_from IS NOT NULL;
SELECT enable_tenant_wall('negative_entry');
GRANT SELECT, INSERT, UPDATE, DELETE ON negative_entry TO lianxin_app;
