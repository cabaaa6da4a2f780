-- owner: catalogue
-- The item catalogue: versioned, so that an open case keeps the version it started with.

CREATE TABLE item (
  tenant int NOT NULL REFERENCES tenant (id),
  code text COLLATE "C" NOT NULL CHECK (code ~ '^[a-z0-9.-]{2,40}$'),
  version int NOT NULL CHECK (version > 0),
  name text NOT NULL CHECK (name <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  major text COLLATE "C" NOT NULL,
  major_name text NOT NULL,
  major_name_en text NOT NULL,
  keywords text[] NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 1 AND 5),
  lead_unit text COLLATE "C" NOT NULL,
  clock_kind text COLLATE "C" NOT NULL CHECK (clock_kind IN ('urgentHour', 'workingHour', 'workingDay', 'calendarDay')),
  limit_amount int NOT NULL CHECK (limit_amount > 0),
  source text NOT NULL CHECK (source <> ''),
  valid_from timestamptz NOT NULL,
  valid_to timestamptz CHECK (valid_to > valid_from),
  PRIMARY KEY (tenant, code, version)
);
COMMENT ON TABLE item IS 'Items (事项) that can be raised: level, lead unit, clock and limit.';
COMMENT ON COLUMN item.level IS '1 grid, 2 community, 3 subdistrict, 4 district departments, 5 emergency.';
COMMENT ON COLUMN item.lead_unit IS 'Code of a department, or community or subdistrict for the one of the place.';
COMMENT ON COLUMN item.keywords IS 'Words that residents use for it: what a suggestion is made of.';
COMMENT ON COLUMN item.source IS 'Where level and limit come from.';
SELECT enable_tenant_wall('item');
GRANT SELECT, INSERT ON item TO lianxin_app;
GRANT UPDATE (valid_to) ON item TO lianxin_app;
