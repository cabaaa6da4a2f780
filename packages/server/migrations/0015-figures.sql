-- owner: figures
-- What the command centre counts: projections of case events, to be rebuilt at any time.

CREATE TABLE figure_position (
  tenant int PRIMARY KEY REFERENCES tenant (id),
  seq bigint NOT NULL CHECK (seq >= 0)
);
COMMENT ON TABLE figure_position IS
  'The last event that is counted. It moves in the same transaction as the counts, so that no event counts twice.';
SELECT enable_tenant_wall('figure_position');

CREATE TABLE figure_open (
  tenant int NOT NULL REFERENCES tenant (id),
  case_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  kind_version int NOT NULL CHECK (kind_version > 0),
  state text COLLATE "C" NOT NULL,
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  item_code text COLLATE "C",
  item_version int,
  owner_unit_id uuid,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, case_id)
);
COMMENT ON TABLE figure_open IS
  'One narrow row for each open matter. What is overdue is asked of it at the moment of asking: no job has to notice that time has passed.';
-- Counting a place reads this index and no row.
CREATE INDEX figure_open_of_place ON figure_open (tenant, place_code, due_at);
CREATE INDEX figure_open_by_due ON figure_open (tenant, due_at, case_id);
SELECT enable_tenant_wall('figure_open');

CREATE TABLE figure_hour (
  tenant int NOT NULL REFERENCES tenant (id),
  hour_at timestamptz NOT NULL CHECK (extract(epoch FROM hour_at)::bigint % 3600 = 0),
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  registered int NOT NULL CHECK (registered >= 0),
  answered int NOT NULL CHECK (answered >= 0),
  closed int NOT NULL CHECK (closed >= 0),
  closed_on_time int NOT NULL CHECK (closed_on_time BETWEEN 0 AND closed),
  reopened int NOT NULL CHECK (reopened >= 0),
  withdrawn int NOT NULL CHECK (withdrawn >= 0),
  self_handled int NOT NULL CHECK (self_handled >= 0),
  judged int NOT NULL CHECK (judged >= 0),
  solved int NOT NULL CHECK (solved BETWEEN 0 AND judged),
  rated int NOT NULL CHECK (rated BETWEEN 0 AND judged),
  satisfied int NOT NULL CHECK (satisfied BETWEEN 0 AND rated),
  PRIMARY KEY (tenant, hour_at, place_code)
);
COMMENT ON TABLE figure_hour IS
  'How often each thing happened in an hour, by grid or, where the grid is not known, by community. Hours without events have no row.';
SELECT enable_tenant_wall('figure_hour');

GRANT SELECT, INSERT, UPDATE ON figure_position TO lianxin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_open, figure_hour TO lianxin_app;
