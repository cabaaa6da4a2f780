-- owner: org
-- Units, their posts and who holds them. Rights come from posts, never from accounts.

CREATE TABLE unit (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('commandCentre', 'department', 'subdistrict', 'community')),
  parent_id uuid,
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  hours text COLLATE "C" NOT NULL CHECK (hours IN ('office', 'always')),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, code),
  FOREIGN KEY (tenant, parent_id) REFERENCES unit (tenant, id)
);
COMMENT ON TABLE unit IS 'Units that own and handle matters.';
COMMENT ON COLUMN unit.hours IS 'The hours in which its working-hour clocks run: office hours, or always (heating).';
CREATE INDEX unit_of_place ON unit (tenant, place_code);
SELECT enable_tenant_wall('unit');

CREATE TABLE post (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text COLLATE "C" NOT NULL CHECK (role ~ '^[a-z][A-Za-z]+$'),
  title text NOT NULL CHECK (title <> ''),
  title_en text NOT NULL CHECK (title_en <> ''),
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
);
COMMENT ON TABLE post IS 'A post of a unit: role and the place whose subtree it reaches.';
CREATE INDEX post_of_unit ON post (tenant, unit_id);
CREATE INDEX post_of_place ON post (tenant, place_code, role);
SELECT enable_tenant_wall('post');

CREATE TABLE post_holding (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  account_id uuid,
  holder_name text NOT NULL CHECK (holder_name <> ''),
  acting boolean NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz CHECK (valid_to > valid_from),
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, post_id) REFERENCES post (tenant, id)
);
COMMENT ON TABLE post_holding IS
  'Who holds a post and how long. Expiry is evaluated by time, never written; an acting holding must end.';
COMMENT ON COLUMN post_holding.account_id IS 'The account by which the holder signs in; empty for people without one.';
COMMENT ON COLUMN post_holding.holder_name IS 'Name under which the holder serves, which the law wants posted publicly for grid workers.';
CREATE INDEX post_holding_of_post ON post_holding (tenant, post_id);
CREATE INDEX post_holding_of_account ON post_holding (tenant, account_id) WHERE account_id IS NOT NULL;
ALTER TABLE post_holding ADD CHECK (NOT acting OR valid_to IS NOT NULL);
SELECT enable_tenant_wall('post_holding');

GRANT SELECT, INSERT ON unit, post, post_holding TO lianxin_app;
GRANT UPDATE (account_id, valid_to) ON post_holding TO lianxin_app;
