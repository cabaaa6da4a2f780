-- owner: rating
-- What evaluation counts: projections of case events, to be rebuilt at any time.

CREATE TABLE rating_round (
  tenant int NOT NULL REFERENCES tenant (id),
  case_id uuid NOT NULL,
  round int NOT NULL CHECK (round >= 0),
  seq bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  unit_id uuid,
  item_code text COLLATE "C",
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  rung text COLLATE "C" NOT NULL CHECK (rung IN ('grid', 'community', 'subdistrict', 'district')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  ending text COLLATE "C",
  late_from timestamptz,
  judged_at timestamptz,
  solved boolean,
  satisfaction int CHECK (satisfaction BETWEEN 1 AND 5),
  reopened_at timestamptz,
  excluded boolean NOT NULL,
  found_undone int NOT NULL DEFAULT 0 CHECK (found_undone >= 0),
  PRIMARY KEY (tenant, case_id, round),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
);
COMMENT ON TABLE rating_round IS
  'One row for each time that a matter was worked on: a reopened matter has several. The unit is the one that led it, or had it last. No person.';
COMMENT ON COLUMN rating_round.seq IS 'The event that it says; an older one that is told again changes nothing.';
COMMENT ON COLUMN rating_round.late_from IS 'The earliest handling deadline that was not kept, or will not be if nothing happens; it may lie ahead.';
COMMENT ON COLUMN rating_round.found_undone IS 'How often a check found that what was reported done was not.';
CREATE INDEX rating_round_ended ON rating_round (tenant, ended_at);
CREATE INDEX rating_round_started ON rating_round (tenant, started_at);
CREATE INDEX rating_round_late ON rating_round (tenant, late_from) WHERE ended_at IS NULL;
SELECT enable_tenant_wall('rating_round');

CREATE TABLE rating_response (
  tenant int NOT NULL REFERENCES tenant (id),
  clock_id uuid NOT NULL,
  case_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  item_code text COLLATE "C",
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  stopped_at timestamptz,
  excluded boolean NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (tenant, clock_id)
);
COMMENT ON TABLE rating_response IS 'One row for each time that a unit was asked to sign for a matter, and when it did.';
CREATE INDEX rating_response_stopped ON rating_response (tenant, stopped_at);
SELECT enable_tenant_wall('rating_response');

GRANT SELECT, INSERT, UPDATE, DELETE ON rating_round, rating_response TO lianxin_app;
