-- owner: gate
-- What every community is burdened with: a projection of the gate's events, to be rebuilt at any time.

CREATE TABLE gate_burden (
  tenant int NOT NULL REFERENCES tenant (id),
  request_id uuid NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES place (code),
  seq bigint NOT NULL CHECK (seq > 0),
  level text COLLATE "C" NOT NULL CHECK (level IN ('community', 'grid')),
  minutes int NOT NULL CHECK (minutes >= 0),
  frequency text COLLATE "C" NOT NULL CHECK (frequency IN ('once', 'weekly', 'monthly', 'quarterly', 'yearly')),
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, request_id, community_code)
);
COMMENT ON TABLE gate_burden IS
  'One row for each demand that holds for a community: what it costs each time, how often, from when until when. Months are worked out when asked.';
COMMENT ON COLUMN gate_burden.seq IS 'The event that wrote it: an older one, told again, changes nothing.';
CREATE INDEX gate_burden_of_community ON gate_burden (tenant, community_code);
SELECT enable_tenant_wall('gate_burden');

GRANT SELECT, INSERT, UPDATE, DELETE ON gate_burden TO lianxin_app;
