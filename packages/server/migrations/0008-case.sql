-- owner: case
-- The case engine's rows. The row of a case is what its events replay to; words live in content.

CREATE TABLE grid_case (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  kind_version int NOT NULL CHECK (kind_version > 0),
  number text COLLATE "C" NOT NULL,
  version int NOT NULL CHECK (version > 0),
  state text COLLATE "C" NOT NULL,
  open boolean NOT NULL,
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  community_code text COLLATE "C" NOT NULL REFERENCES place (code),
  grid_code text COLLATE "C" REFERENCES place (code),
  item_code text COLLATE "C",
  item_version int,
  level int NOT NULL CHECK (level BETWEEN 1 AND 5),
  owner_unit_id uuid,
  unit_ids uuid[] NOT NULL,
  due_at timestamptz,
  provisional boolean NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  reopened_count int NOT NULL CHECK (reopened_count >= 0),
  solved boolean,
  satisfaction int CHECK (satisfaction BETWEEN 1 AND 5),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, number),
  FOREIGN KEY (tenant, item_code, item_version) REFERENCES item (tenant, code, version),
  FOREIGN KEY (tenant, owner_unit_id) REFERENCES unit (tenant, id),
  CHECK (open = (closed_at IS NULL)),
  CHECK (NOT open OR due_at IS NOT NULL)
);
COMMENT ON TABLE grid_case IS 'One matter. Every open one has a deadline; one without an owner raises an alert.';
COMMENT ON COLUMN grid_case.place_code IS 'The grid when known, else the community: what reach is decided by.';
COMMENT ON COLUMN grid_case.due_at IS 'Deadline of the present state.';
COMMENT ON COLUMN grid_case.unit_ids IS 'Owner and units with an assignment that was not returned: for reach within a unit.';
COMMENT ON COLUMN grid_case.provisional IS 'The deadline counts days whose public holidays are not published yet.';
-- Open cases are a few per cent of all: index them, in the order in which an inbox reads them.
CREATE INDEX case_open_by_due ON grid_case (tenant, due_at, id) WHERE open;
CREATE INDEX case_open_of_owner ON grid_case (tenant, owner_unit_id, due_at, id) WHERE open;
CREATE INDEX case_open_of_place ON grid_case (tenant, place_code, due_at, id) WHERE open;
-- The whole list, by deadline (those that have none come last) and by age.
CREATE INDEX case_by_due ON grid_case (tenant, due_at, id);
CREATE INDEX case_by_opening ON grid_case (tenant, opened_at, id);
SELECT enable_tenant_wall('grid_case');

CREATE TABLE case_detail (
  tenant int NOT NULL,
  case_id uuid NOT NULL,
  words_id uuid NOT NULL,
  detail_id uuid,
  point_id uuid,
  compound_id uuid,
  building_id uuid,
  echo_wall boolean NOT NULL,
  language text COLLATE "C" NOT NULL CHECK (language IN ('zh-CN', 'en')),
  PRIMARY KEY (tenant, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, compound_id) REFERENCES compound (tenant, id),
  FOREIGN KEY (tenant, building_id) REFERENCES building (tenant, id)
);
COMMENT ON TABLE case_detail IS 'What a requester told, as pointers to content rows.';
COMMENT ON COLUMN case_detail.echo_wall IS 'The requester agreed that a redacted copy may be shown. Never assumed.';
SELECT enable_tenant_wall('case_detail');

CREATE TABLE case_requester (
  tenant int NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  name bytea,
  phone bytea,
  phone_index bytea CHECK (octet_length(phone_index) = 16),
  wants_call boolean NOT NULL,
  PRIMARY KEY (tenant, case_id),
  UNIQUE (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id)
);
COMMENT ON TABLE case_requester IS 'Who raised a matter, apart from it, sealed; shown only for a stated purpose.';
COMMENT ON COLUMN case_requester.phone_index IS 'Blind index of the normalised number, for one-time codes.';
SELECT enable_tenant_wall('case_requester');

CREATE TABLE case_assignment (
  tenant int NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text COLLATE "C" NOT NULL CHECK (role IN ('lead', 'coHandler')),
  state text COLLATE "C" NOT NULL CHECK (state IN ('sent', 'signed', 'done', 'returned')),
  round int NOT NULL CHECK (round >= 0),
  handled_by uuid[] NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
);
COMMENT ON TABLE case_assignment IS 'One row per handling unit of a case, lead or co-handler.';
COMMENT ON COLUMN case_assignment.round IS 'How often the case had been reopened when it was assigned.';
COMMENT ON COLUMN case_assignment.handled_by IS 'Every account that ever reported a result here: none of them may verify.';
CREATE INDEX case_assignment_of_case ON case_assignment (tenant, case_id);
CREATE INDEX case_assignment_open_of_unit ON case_assignment (tenant, unit_id, case_id) WHERE state IN ('sent', 'signed');
CREATE INDEX case_assignment_of_unit ON case_assignment (tenant, unit_id, case_id) WHERE state <> 'returned';
SELECT enable_tenant_wall('case_assignment');

CREATE TABLE clock (
  tenant int NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  assignment_id uuid,
  clock text COLLATE "C" NOT NULL,
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  provisional boolean NOT NULL,
  stopped_at timestamptz,
  fired_at timestamptz,
  retry_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, assignment_id) REFERENCES case_assignment (tenant, id)
);
COMMENT ON TABLE clock IS 'Deadlines, computed when a clock starts or changes; due ones are claimed with SKIP LOCKED.';
COMMENT ON COLUMN clock.retry_at IS 'Set when firing it failed: until then the clocks behind it go first.';
CREATE INDEX clock_of_case ON clock (tenant, case_id);
CREATE INDEX clock_due ON clock (tenant, due_at) WHERE stopped_at IS NULL AND fired_at IS NULL;
SELECT enable_tenant_wall('clock');

CREATE TABLE case_link (
  tenant int NOT NULL,
  case_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('parent', 'mergedInto', 'reopenedAs', 'aroseFrom')),
  other_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, case_id, kind, other_id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, other_id) REFERENCES grid_case (tenant, id),
  CHECK (case_id <> other_id)
);
COMMENT ON TABLE case_link IS 'How matters hang together.';
CREATE INDEX case_link_back ON case_link (tenant, other_id);
SELECT enable_tenant_wall('case_link');

CREATE TABLE case_number (
  tenant int NOT NULL REFERENCES tenant (id),
  day date NOT NULL,
  serial int NOT NULL CHECK (serial > 0),
  PRIMARY KEY (tenant, day)
);
COMMENT ON TABLE case_number IS 'The last serial of each day, for public numbers.';
SELECT enable_tenant_wall('case_number');

CREATE TABLE alert (
  tenant int NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('overdue', 'ownerMissing', 'supervisorMissing')),
  clock text COLLATE "C",
  place_code text COLLATE "C" NOT NULL,
  unit_id uuid,
  raised_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id)
);
COMMENT ON TABLE alert IS 'What a supervisor must know: late matters, and matters that are nobody''s.';
COMMENT ON COLUMN alert.unit_id IS 'The supervising unit that is told; empty when there is none, which is an alert of its own.';
CREATE INDEX alert_open ON alert (tenant, raised_at DESC) WHERE settled_at IS NULL;
CREATE INDEX alert_of_case ON alert (tenant, case_id);
SELECT enable_tenant_wall('alert');

CREATE TABLE holiday_year (
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  version int NOT NULL CHECK (version > 0),
  holidays date[] NOT NULL,
  makeup_workdays date[] NOT NULL,
  source text NOT NULL,
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (year, version)
);
COMMENT ON TABLE holiday_year IS 'Public holidays and make-up workdays as published, one row per year and version. A year without a row is provisional.';

GRANT SELECT, INSERT, UPDATE ON grid_case, case_assignment, clock, case_number, alert TO lianxin_app;
GRANT SELECT, INSERT ON case_detail, case_link, holiday_year TO lianxin_app;
GRANT SELECT, INSERT, UPDATE ON case_requester TO lianxin_app;
