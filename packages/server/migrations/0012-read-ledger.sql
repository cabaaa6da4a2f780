-- owner: kernel
-- The read ledger: one row per answer that showed a person's data. The kernel writes it in the reading transaction.

CREATE TABLE read_ledger (
  tenant int NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  account uuid NOT NULL,
  post uuid,
  unit uuid,
  view text COLLATE "C" NOT NULL CHECK (view ~ '^[a-z][A-Za-z.]+$'),
  purpose text COLLATE "C",
  subjects uuid[] NOT NULL CHECK (cardinality(subjects) > 0),
  same_hash bytea NOT NULL CHECK (octet_length(same_hash) = 32),
  PRIMARY KEY (tenant, id, at)
) PARTITION BY RANGE (at);
COMMENT ON TABLE read_ledger IS 'Who saw whose data, when, in which view and for what purpose. Append-only and sealed; ids only.';
COMMENT ON COLUMN read_ledger.same_hash IS 'Hash of account, post, view, purpose and subjects: repeats within five minutes are counted, not added.';
CREATE TABLE read_ledger_2026 PARTITION OF read_ledger FOR VALUES FROM ('2026-01-01Z') TO ('2027-01-01Z');
CREATE TABLE read_ledger_2027 PARTITION OF read_ledger FOR VALUES FROM ('2027-01-01Z') TO ('2028-01-01Z');
CREATE TABLE read_ledger_2028 PARTITION OF read_ledger FOR VALUES FROM ('2028-01-01Z') TO ('2029-01-01Z');
CREATE TABLE read_ledger_other PARTITION OF read_ledger DEFAULT;
CREATE INDEX read_ledger_same ON read_ledger (tenant, same_hash, at DESC);
CREATE INDEX read_ledger_newest ON read_ledger (tenant, at DESC, id DESC);
SELECT enable_tenant_wall('read_ledger');
SELECT enable_append_only('read_ledger');

CREATE TABLE read_repeat (
  tenant int NOT NULL REFERENCES tenant (id),
  read_id uuid NOT NULL,
  times int NOT NULL CHECK (times > 1),
  PRIMARY KEY (tenant, read_id)
);
COMMENT ON TABLE read_repeat IS 'How often a read was repeated within five minutes.';
SELECT enable_tenant_wall('read_repeat');

GRANT SELECT, INSERT ON read_ledger TO lianxin_app;
GRANT SELECT, INSERT, UPDATE ON read_repeat TO lianxin_app;
