-- owner: rating
-- 以下评上: how communities and grid workers rate subdistricts and departments. Who has rated and what was given never stand in one row.

CREATE TABLE upward_token (
  tenant int NOT NULL REFERENCES tenant (id),
  token bytea NOT NULL,
  quarter text COLLATE "C" NOT NULL CHECK (quarter ~ '^20[0-9]{2}-Q[1-4]$'),
  PRIMARY KEY (tenant, token)
);
COMMENT ON TABLE upward_token IS
  'Spent rights to rate: a keyed hash of account, unit and quarter, which only the key of the tenant can make again. No time, no score.';
SELECT enable_tenant_wall('upward_token');
GRANT SELECT, INSERT ON upward_token TO lianxin_app;

CREATE TABLE upward_count (
  tenant int NOT NULL REFERENCES tenant (id),
  quarter text COLLATE "C" NOT NULL CHECK (quarter ~ '^20[0-9]{2}-Q[1-4]$'),
  unit_id uuid NOT NULL,
  aspect text COLLATE "C" NOT NULL CHECK (aspect IN ('attitude', 'style', 'effect')),
  score int NOT NULL CHECK (score BETWEEN 1 AND 5),
  raters int NOT NULL CHECK (raters > 0),
  PRIMARY KEY (tenant, quarter, unit_id, aspect, score),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
);
COMMENT ON TABLE upward_count IS
  'How many gave a unit which score in a quarter. Ballots are never kept one by one: not even the three scores of one rater stand together.';
SELECT enable_tenant_wall('upward_count');
GRANT SELECT, INSERT, UPDATE ON upward_count TO lianxin_app;

CREATE TABLE upward_answer (
  tenant int NOT NULL REFERENCES tenant (id),
  quarter text COLLATE "C" NOT NULL CHECK (quarter ~ '^20[0-9]{2}-Q[1-4]$'),
  unit_id uuid NOT NULL,
  words_id uuid NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, quarter, unit_id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id)
);
COMMENT ON TABLE upward_answer IS 'What a rated unit says to its result, in public, once.';
SELECT enable_tenant_wall('upward_answer');
GRANT SELECT, INSERT ON upward_answer TO lianxin_app;
