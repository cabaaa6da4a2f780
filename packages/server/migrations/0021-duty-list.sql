-- owner: gate
-- Duty lists: what subdistricts and communities do by law, assist with, and do not do. Public, like the item catalogue.

CREATE TABLE duty_list (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  unit_kind text COLLATE "C" NOT NULL CHECK (unit_kind IN ('subdistrict', 'community')),
  unit_id uuid,
  version int NOT NULL CHECK (version > 0),
  effective_at timestamptz NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
);
COMMENT ON TABLE duty_list IS
  'Versions of the duty lists. In force is the newest version whose day has come; demands keep the version they were asked under.';
COMMENT ON COLUMN duty_list.unit_id IS 'Empty for the list of all units of the kind; a unit with a list of its own goes by that.';
CREATE UNIQUE INDEX duty_list_version ON duty_list (tenant, unit_kind, unit_id, version) NULLS NOT DISTINCT;
SELECT enable_tenant_wall('duty_list');

CREATE TABLE duty_entry (
  tenant int NOT NULL REFERENCES tenant (id),
  list_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  ord int NOT NULL CHECK (ord >= 0),
  class text COLLATE "C" NOT NULL CHECK (class IN ('do', 'assist', 'notOurs')),
  name text NOT NULL CHECK (name <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  item_codes text[] NOT NULL,
  basis text NOT NULL CHECK (basis <> ''),
  basis_en text NOT NULL CHECK (basis_en <> ''),
  note text NOT NULL,
  note_en text NOT NULL,
  PRIMARY KEY (tenant, list_id, code),
  FOREIGN KEY (tenant, list_id) REFERENCES duty_list (tenant, id)
);
COMMENT ON TABLE duty_entry IS 'Entries of a version of a duty list, with the law or document each rests on.';
SELECT enable_tenant_wall('duty_entry');

GRANT SELECT, INSERT ON duty_list, duty_entry TO lianxin_app;
