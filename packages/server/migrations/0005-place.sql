-- owner: place
-- Places down to the grid are public and outside tenants; compounds and below belong to a tenant.

CREATE TABLE place (
  code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15})$'),
  level text COLLATE "C" NOT NULL CHECK (level IN ('province', 'city', 'district', 'subdistrict', 'community', 'grid')),
  name text NOT NULL CHECK (name <> ''),
  parent_code text COLLATE "C" REFERENCES place (code),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  replaced_by text COLLATE "C" REFERENCES place (code)
);
COMMENT ON TABLE place IS
  'Divisions by GB/T 2260 and NBS statistics codes, and grids (community code + 3-digit serial). Codes are immutable: a redraw retires one and makes another.';
COMMENT ON COLUMN place.replaced_by IS 'Lineage: the place that took over when this one was retired.';
CREATE INDEX place_of_parent ON place (parent_code, code);

CREATE TABLE place_area (
  code text COLLATE "C" PRIMARY KEY REFERENCES place (code),
  area geometry(MultiPolygon, 4490) NOT NULL,
  label_lon double precision NOT NULL,
  label_lat double precision NOT NULL,
  household_count int CHECK (household_count >= 0),
  synthetic boolean NOT NULL
);
COMMENT ON TABLE place_area IS 'Areas of places in CGCS2000 (EPSG:4490). Public, so that a spatial index may serve it.';
COMMENT ON COLUMN place_area.synthetic IS 'Generated for the demonstration: the map says so.';
CREATE INDEX place_area_by_area ON place_area USING gist (area);

CREATE TABLE street (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES place (code),
  name text NOT NULL CHECK (name <> ''),
  line geometry(MultiLineString, 4490) NOT NULL,
  PRIMARY KEY (tenant, id)
);
COMMENT ON TABLE street IS 'Centre lines of streets, for addresses and the map.';
CREATE INDEX street_of_community ON street (tenant, community_code);
SELECT enable_tenant_wall('street');

CREATE TABLE compound (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES place (code),
  name text NOT NULL CHECK (name <> ''),
  area geometry(MultiPolygon, 4490) NOT NULL,
  label_lon double precision NOT NULL,
  label_lat double precision NOT NULL,
  PRIMARY KEY (tenant, id)
);
COMMENT ON TABLE compound IS 'Residential compounds (小区).';
CREATE INDEX compound_of_community ON compound (tenant, community_code);
SELECT enable_tenant_wall('compound');

CREATE TABLE building (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  compound_id uuid NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES place (code),
  grid_code text COLLATE "C" NOT NULL REFERENCES place (code),
  name text NOT NULL CHECK (name <> ''),
  address text NOT NULL,
  floor_count int NOT NULL CHECK (floor_count BETWEEN 1 AND 120),
  entrance_count int NOT NULL CHECK (entrance_count BETWEEN 1 AND 40),
  footprint geometry(Polygon, 4490) NOT NULL,
  label_lon double precision NOT NULL,
  label_lat double precision NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, compound_id) REFERENCES compound (tenant, id)
);
COMMENT ON TABLE building IS 'Residential buildings (楼栋), each wholly in one grid and one compound.';
CREATE INDEX building_of_compound ON building (tenant, compound_id);
CREATE INDEX building_of_grid ON building (tenant, grid_code);
SELECT enable_tenant_wall('building');

CREATE TABLE entrance (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  building_id uuid NOT NULL,
  number int NOT NULL CHECK (number > 0),
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, building_id) REFERENCES building (tenant, id),
  UNIQUE (tenant, building_id, number)
);
COMMENT ON TABLE entrance IS 'Entrances (单元) of a building.';
SELECT enable_tenant_wall('entrance');

CREATE TABLE dwelling (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  building_id uuid NOT NULL,
  entrance_id uuid NOT NULL,
  floor int NOT NULL CHECK (floor BETWEEN -5 AND 120),
  door text NOT NULL CHECK (door <> ''),
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, entrance_id) REFERENCES entrance (tenant, id),
  UNIQUE (tenant, entrance_id, door)
);
COMMENT ON TABLE dwelling IS 'Dwellings (户室): places only. Who lives there belongs to a register that does not exist yet.';
CREATE INDEX dwelling_of_building ON dwelling (tenant, building_id);
SELECT enable_tenant_wall('dwelling');

GRANT SELECT, INSERT ON place, place_area, street, compound, building, entrance, dwelling TO lianxin_app;
